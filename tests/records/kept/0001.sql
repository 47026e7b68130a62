PRAGMA foreign_keys=off;
BEGIN;
CREATE TABLE organisation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	service TEXT NOT NULL, 
	street TEXT NOT NULL, 
	postcode TEXT NOT NULL, 
	town TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	website TEXT NOT NULL, 
	logo_sha256 TEXT, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_organisation_uid UNIQUE (uid), 
	CONSTRAINT fk_organisation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "organisation" ("id", "name", "short_name", "service", "street", "postcode", "town", "phone", "email", "website", "logo_sha256", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','9d78c8ac-1610-4153-ad1d-51979422f1d8',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE user (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	login TEXT NOT NULL, 
	display_name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	active BOOLEAN NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_user_login UNIQUE (login), 
	CONSTRAINT uq_user_uid UNIQUE (uid), 
	CONSTRAINT fk_user_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "user" ("id", "login", "display_name", "role", "phone", "email", "active", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü','ü','ü','ü',1,'c747d908-610c-40c7-a237-4fea1c847047',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	user_id INTEGER, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_setting_user_id_key UNIQUE (user_id, "key"), 
	CONSTRAINT uq_setting_uid UNIQUE (uid), 
	CONSTRAINT fk_setting_user_id FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT fk_setting_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "setting" ("id", "user_id", "key", "value", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','{"ü":[1,null]}','043e8dd4-09fe-4e1e-afc6-8205a68aa907',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE client (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	file_number TEXT NOT NULL, 
	given_names TEXT NOT NULL, 
	family_name TEXT NOT NULL, 
	original_name TEXT NOT NULL, 
	salutation TEXT NOT NULL, 
	form_of_address TEXT NOT NULL, 
	birth_place TEXT NOT NULL, 
	birth_country TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	marital_status TEXT NOT NULL, 
	interpreter_need TEXT NOT NULL, 
	interpreter_language TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	listeners TEXT NOT NULL, 
	contact_note TEXT NOT NULL, 
	target_group TEXT NOT NULL, 
	note TEXT NOT NULL, 
	sort_name TEXT NOT NULL, 
	birth_date TEXT, 
	arrival_germany TEXT, 
	arrival_town TEXT, 
	date_of_death TEXT, 
	birth_date_assumed BOOLEAN NOT NULL, 
	disclosure_ban BOOLEAN NOT NULL, 
	household_confidential BOOLEAN NOT NULL, 
	may_call BOOLEAN, 
	may_leave_message BOOLEAN, 
	may_text BOOLEAN, 
	may_write BOOLEAN, 
	may_email BOOLEAN, 
	disclosure_ban_until DATE, 
	privacy_info_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_client_organisation_id_file_number UNIQUE (organisation_id, file_number), 
	CONSTRAINT uq_client_uid UNIQUE (uid), 
	CONSTRAINT fk_client_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "client" ("id", "file_number", "given_names", "family_name", "original_name", "salutation", "form_of_address", "birth_place", "birth_country", "sex", "marital_status", "interpreter_need", "interpreter_language", "phone", "email", "listeners", "contact_note", "target_group", "note", "sort_name", "birth_date", "arrival_germany", "arrival_town", "date_of_death", "birth_date_assumed", "disclosure_ban", "household_confidential", "may_call", "may_leave_message", "may_text", "may_write", "may_email", "disclosure_ban_until", "privacy_info_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','Olena','Kowalenko','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','2019-05','2019-05','2019-05','2019-05',1,1,1,1,1,1,1,1,'2027-01-14','2027-01-14','d328d577-f0f3-448f-a888-1f922e967bb8',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_client_sort ON client (sort_name, id);
CREATE TABLE client_name (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_client_name_uid UNIQUE (uid), 
	CONSTRAINT fk_client_name_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_client_name_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "client_name" ("id", "client_id", "kind", "text", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','eb2d056a-06c4-46d4-b724-3045f5a43827',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_client_name_client_id ON client_name (client_id);
CREATE TABLE client_nationality (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_client_nationality_uid UNIQUE (uid), 
	CONSTRAINT fk_client_nationality_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_client_nationality_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "client_nationality" ("id", "client_id", "code", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','8ce70487-8ded-408b-a463-34f6c7a3ac9f',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_client_nationality_client_id ON client_nationality (client_id);
CREATE INDEX ix_client_nationality_code ON client_nationality (code);
CREATE TABLE client_language (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	level TEXT NOT NULL, 
	reads BOOLEAN, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_client_language_uid UNIQUE (uid), 
	CONSTRAINT fk_client_language_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_client_language_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "client_language" ("id", "client_id", "code", "level", "reads", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü',1,'fcc73802-4bcb-4725-b578-10423bf00d37',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_client_language_client_id ON client_language (client_id);
CREATE TABLE address (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	care_of TEXT NOT NULL, 
	street TEXT NOT NULL, 
	postcode TEXT NOT NULL, 
	town TEXT NOT NULL, 
	valid_from TEXT, 
	valid_until TEXT, 
	protected BOOLEAN NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_address_uid UNIQUE (uid), 
	CONSTRAINT fk_address_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_address_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "address" ("id", "client_id", "care_of", "street", "postcode", "town", "valid_from", "valid_until", "protected", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','2019-05','2019-05',1,'e8287b07-0df5-4788-99aa-d925ac3c6ea0',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_address_client_id ON address (client_id);
CREATE TABLE authority_reference (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	number TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	caseworker TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	note TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_authority_reference_uid UNIQUE (uid), 
	CONSTRAINT fk_authority_reference_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_authority_reference_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "authority_reference" ("id", "client_id", "kind", "number", "authority", "caseworker", "phone", "email", "note", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','ü','ü','ü','092b322d-a8b7-4899-91c4-adb498ee473f',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_authority_reference_client_id ON authority_reference (client_id);
CREATE TABLE household (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	label TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_household_uid UNIQUE (uid), 
	CONSTRAINT fk_household_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "household" ("id", "label", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','15c2c1b3-0818-4151-b15d-2c41124c61d9',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE household_member (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	household_id INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_household_member_uid UNIQUE (uid), 
	CONSTRAINT fk_household_member_household_id FOREIGN KEY(household_id) REFERENCES household (id), 
	CONSTRAINT fk_household_member_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_household_member_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "household_member" ("id", "household_id", "client_id", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'25d8ddb0-b1fe-4fcf-890b-2b3a47363f85',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_household_member_client_id ON household_member (client_id);
CREATE INDEX ix_household_member_household_id ON household_member (household_id);
CREATE TABLE relation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	related_client_id INTEGER, 
	kind TEXT NOT NULL, 
	related_name TEXT NOT NULL, 
	related_birth_date TEXT, 
	same_household BOOLEAN NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_relation_uid UNIQUE (uid), 
	CONSTRAINT fk_relation_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_relation_related_client_id FOREIGN KEY(related_client_id) REFERENCES client (id), 
	CONSTRAINT fk_relation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "relation" ("id", "client_id", "related_client_id", "kind", "related_name", "related_birth_date", "same_household", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'ü','ü','2019-05',1,'7d0f0935-d4ae-44d1-b8c2-138984a314e7',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_relation_client_id ON relation (client_id);
CREATE INDEX ix_relation_related_client_id ON relation (related_client_id);
CREATE TABLE representative (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	organisation TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	email TEXT NOT NULL, 
	scope TEXT NOT NULL, 
	valid_from TEXT, 
	valid_until TEXT, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_representative_uid UNIQUE (uid), 
	CONSTRAINT fk_representative_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_representative_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "representative" ("id", "client_id", "kind", "name", "organisation", "phone", "email", "scope", "valid_from", "valid_until", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','ü','ü','2019-05','2019-05','b015be7a-9838-4932-8690-ee596de1400b',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_representative_client_id ON representative (client_id);
CREATE TABLE "case" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	counsellor_id INTEGER NOT NULL, 
	counselling_type TEXT NOT NULL, 
	concern TEXT NOT NULL, 
	access_source TEXT NOT NULL, 
	closing_reason TEXT NOT NULL, 
	closing_note TEXT NOT NULL, 
	opened_on DATE NOT NULL, 
	closed_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_case_uid UNIQUE (uid), 
	CONSTRAINT fk_case_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_case_counsellor_id FOREIGN KEY(counsellor_id) REFERENCES user (id), 
	CONSTRAINT fk_case_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "case" ("id", "client_id", "counsellor_id", "counselling_type", "concern", "access_source", "closing_reason", "closing_note", "opened_on", "closed_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'ü','ü','ü','ü','ü','2027-01-14','2027-01-14','ab7e7ac4-51a3-404a-b0eb-2f38ac8b5ba7',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_case_client_id ON "case" (client_id);
CREATE INDEX ix_case_counsellor_id ON "case" (counsellor_id);
CREATE TABLE consultation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	counsellor_id INTEGER NOT NULL, 
	held_on DATE NOT NULL, 
	held_at TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	language TEXT NOT NULL, 
	interpreter TEXT NOT NULL, 
	summary TEXT NOT NULL, 
	agreed_next TEXT NOT NULL, 
	duration_min INTEGER, 
	due_on DATE, 
	next_done_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_consultation_uid UNIQUE (uid), 
	CONSTRAINT fk_consultation_counsellor_id FOREIGN KEY(counsellor_id) REFERENCES user (id), 
	CONSTRAINT fk_consultation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "consultation" ("id", "counsellor_id", "held_on", "held_at", "channel", "language", "interpreter", "summary", "agreed_next", "duration_min", "due_on", "next_done_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'2027-01-14','ü','ü','ü','ü','ü','ü',1,'2027-01-14','2027-01-14','4c5d285e-e71f-4488-9128-0c02de41fbf1',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_consultation_counsellor_id ON consultation (counsellor_id);
CREATE INDEX ix_consultation_due ON consultation (next_done_on, due_on);
CREATE INDEX ix_consultation_held_on ON consultation (held_on);
CREATE TABLE consultation_participant (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	consultation_id INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	case_id INTEGER, 
	note TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_consultation_participant_uid UNIQUE (uid), 
	CONSTRAINT fk_consultation_participant_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id), 
	CONSTRAINT fk_consultation_participant_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_consultation_participant_case_id FOREIGN KEY(case_id) REFERENCES "case" (id), 
	CONSTRAINT fk_consultation_participant_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "consultation_participant" ("id", "consultation_id", "client_id", "case_id", "note", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,1,'ü','fe3fa002-207a-4044-8245-e1df491c3d75',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_consultation_participant_consultation_id ON consultation_participant (consultation_id);
CREATE INDEX ix_participant_client ON consultation_participant (client_id, consultation_id);
CREATE TABLE consultation_code (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	consultation_id INTEGER NOT NULL, 
	catalogue TEXT NOT NULL, 
	code TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_consultation_code_uid UNIQUE (uid), 
	CONSTRAINT fk_consultation_code_consultation_id FOREIGN KEY(consultation_id) REFERENCES consultation (id), 
	CONSTRAINT fk_consultation_code_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "consultation_code" ("id", "consultation_id", "catalogue", "code", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','5674ab16-7541-4d33-8b11-1559ac56c8fc',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_consultation_code_consultation_id ON consultation_code (consultation_id);
CREATE TABLE residence_period (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	valid_from TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	document TEXT NOT NULL, 
	employment TEXT NOT NULL, 
	residence_duty TEXT NOT NULL, 
	course_note TEXT NOT NULL, 
	note TEXT NOT NULL, 
	valid_until TEXT, 
	issued_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_residence_period_uid UNIQUE (uid), 
	CONSTRAINT fk_residence_period_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_residence_period_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "residence_period" ("id", "client_id", "code", "valid_from", "authority", "document", "employment", "residence_duty", "course_note", "note", "valid_until", "issued_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','2019-05','ü','ü','ü','ü','ü','ü','2019-05','2027-01-14','a7dcaaae-4e07-4353-8f88-fc63e85413ee',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_residence_period_client_id ON residence_period (client_id);
CREATE INDEX ix_residence_period_until ON residence_period (valid_until, client_id);
CREATE TABLE absence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	departed_on TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	note TEXT NOT NULL, 
	returned_on TEXT, 
	authority_deadline DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_absence_uid UNIQUE (uid), 
	CONSTRAINT fk_absence_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_absence_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "absence" ("id", "client_id", "departed_on", "reason", "note", "returned_on", "authority_deadline", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'2019-05','ü','ü','2019-05','2027-01-14','88651a5f-ca83-46cb-a99d-7a5ee038232d',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_absence_client_id ON absence (client_id);
CREATE TABLE identity_document (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	country TEXT NOT NULL, 
	number TEXT NOT NULL, 
	note TEXT NOT NULL, 
	issued_on DATE, 
	valid_until DATE, 
	original_seen_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_identity_document_uid UNIQUE (uid), 
	CONSTRAINT fk_identity_document_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_identity_document_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "identity_document" ("id", "client_id", "kind", "country", "number", "note", "issued_on", "valid_until", "original_seen_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','2027-01-14','2027-01-14','2027-01-14','6f0b4ff8-399a-4196-9d24-6d4e7bf62068',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_identity_document_client_id ON identity_document (client_id);
CREATE TABLE milestone (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	reached_on TEXT NOT NULL, 
	note TEXT NOT NULL, 
	until TEXT, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_milestone_uid UNIQUE (uid), 
	CONSTRAINT fk_milestone_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_milestone_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "milestone" ("id", "client_id", "code", "reached_on", "note", "until", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','2019-05','ü','2019-05','79fa41b7-490d-491e-9c74-3f71ece7cfca',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_milestone_client_id ON milestone (client_id);
CREATE TABLE station_override (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	station TEXT NOT NULL, 
	state TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	set_on DATE NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_station_override_uid UNIQUE (uid), 
	CONSTRAINT fk_station_override_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_station_override_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "station_override" ("id", "client_id", "station", "state", "reason", "set_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','2027-01-14','44506852-a2f0-4d39-b53b-a0f50a86d6fd',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_station_override_client_id ON station_override (client_id);
CREATE TABLE blob (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sha256 TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_blob_sha256 UNIQUE (sha256), 
	CONSTRAINT uq_blob_uid UNIQUE (uid), 
	CONSTRAINT fk_blob_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "blob" ("id", "sha256", "media_type", "size", "content", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü',1,X'25504446','fa27a977-da06-4df9-9f9e-dc7e354e406d',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE letter (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	title TEXT NOT NULL, 
	language TEXT NOT NULL, 
	blob_sha256 TEXT NOT NULL, 
	printed_on DATE NOT NULL, 
	pages INTEGER NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_letter_uid UNIQUE (uid), 
	CONSTRAINT fk_letter_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_letter_author_id FOREIGN KEY(author_id) REFERENCES user (id), 
	CONSTRAINT fk_letter_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "letter" ("id", "client_id", "author_id", "kind", "title", "language", "blob_sha256", "printed_on", "pages", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'ü','ü','ü','ü','2027-01-14',1,'5261e142-fccc-48d0-94d3-99a9a05d197f',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_letter_blob_sha256 ON letter (blob_sha256);
CREATE INDEX ix_letter_client_id ON letter (client_id);
CREATE TABLE journal_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	organisation_id INTEGER NOT NULL, 
	undoes INTEGER, 
	at DATETIME NOT NULL, 
	user_id INTEGER, 
	session VARCHAR(36) NOT NULL, 
	verb TEXT NOT NULL, 
	verb_plural TEXT, 
	verb_values TEXT, 
	verb_salt VARCHAR(32) NOT NULL, 
	verb_digest VARCHAR(64) NOT NULL, 
	prev_hash VARCHAR(64) NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT fk_journal_entry_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id), 
	CONSTRAINT fk_journal_entry_undoes FOREIGN KEY(undoes) REFERENCES journal_entry (id)
);
INSERT INTO "journal_entry" ("id", "organisation_id", "undoes", "at", "user_id", "session", "verb", "verb_plural", "verb_values", "verb_salt", "verb_digest", "prev_hash", "hash") VALUES (1,1,NULL,'2027-01-14 09:00:00.000000',1,'00000000-0000-4000-8000-000000000001','Filled',NULL,'{}','51c394c959e69f1d6d57e3b5c20ea40d','d38d37ffd87c49c096d27e9ad0a568d0543df36830f79528fd57e11047b1b983','0000000000000000000000000000000000000000000000000000000000000000','bac568f4c7801a6abc49b21027db45fbd005da906d9f6710ded1bcb181a1a34d');
CREATE INDEX ix_journal_entry_undoes ON journal_entry (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE journal_change (
	entry_id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	first_id INTEGER NOT NULL, 
	last_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	action VARCHAR(40) NOT NULL, 
	table_name VARCHAR(40) NOT NULL, 
	clients TEXT, 
	payload TEXT, 
	salt VARCHAR(32) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_journal_change PRIMARY KEY (entry_id, position), 
	CONSTRAINT fk_journal_change_entry_id FOREIGN KEY(entry_id) REFERENCES journal_entry (id), 
	CONSTRAINT fk_journal_change_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 WITHOUT ROWID

;
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,0,1,1,1,'insert','organisation','[]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,1,1,1,1,'insert','client','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,2,1,1,1,'insert','household','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,3,1,1,1,'insert','user','[]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,4,1,1,1,'insert','absence','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,5,1,1,1,'insert','address','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,6,1,1,1,'insert','authority_reference','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,7,1,1,1,'insert','case','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,8,1,1,1,'insert','client_language','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,9,1,1,1,'insert','client_name','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,10,1,1,1,'insert','client_nationality','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,11,1,1,1,'insert','consultation','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,12,1,1,1,'insert','household_member','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,13,1,1,1,'insert','identity_document','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,14,1,1,1,'insert','letter','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,15,1,1,1,'insert','milestone','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,16,1,1,1,'insert','relation','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,17,1,1,1,'insert','representative','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,18,1,1,1,'insert','residence_period','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,19,1,1,1,'insert','setting','[]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,20,1,1,1,'insert','station_override','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,21,1,1,1,'insert','consultation_code','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,22,1,1,1,'insert','consultation_participant','[1]',NULL,'','');
CREATE TABLE journal_subject (
	organisation_id INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	entry_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_journal_subject PRIMARY KEY (client_id, entry_id, position), 
	CONSTRAINT fk_journal_subject_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
)
 WITHOUT ROWID

;
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,1);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,2);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,4);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,5);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,6);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,7);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,8);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,9);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,10);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,11);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,12);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,13);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,14);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,15);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,16);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,17);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,18);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,20);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,21);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,22);
CREATE TABLE draft (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	user_id INTEGER NOT NULL, 
	client_id INTEGER, 
	form TEXT NOT NULL, 
	payload TEXT NOT NULL, 
	record_id INTEGER, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_draft_user_id_form_client_id_record_id UNIQUE (user_id, form, client_id, record_id), 
	CONSTRAINT uq_draft_uid UNIQUE (uid), 
	CONSTRAINT fk_draft_user_id FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT fk_draft_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_draft_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "draft" ("id", "user_id", "client_id", "form", "payload", "record_id", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'ü','{"ü":[1,null]}',1,'e5139d1d-bb2a-466e-93bf-d53d74450e80',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_draft_client_id ON draft (client_id);
CREATE TABLE interface_state (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	user_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_interface_state_user_id_key UNIQUE (user_id, "key"), 
	CONSTRAINT uq_interface_state_uid UNIQUE (uid), 
	CONSTRAINT fk_interface_state_user_id FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT fk_interface_state_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "interface_state" ("id", "user_id", "key", "value", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','{"ü":[1,null]}','4bec0179-719f-4cf3-9d4b-7886bcbfe9f7',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE search_term (
	id INTEGER NOT NULL, 
	client_id INTEGER NOT NULL, 
	term TEXT NOT NULL, 
	CONSTRAINT pk_search_term PRIMARY KEY (id), 
	CONSTRAINT fk_search_term_client_id FOREIGN KEY(client_id) REFERENCES client (id)
);
INSERT INTO "search_term" ("id", "client_id", "term") VALUES (1,1,'ü');
CREATE INDEX ix_search_term_client ON search_term (client_id);
CREATE INDEX ix_search_term_term ON search_term (term, client_id);
PRAGMA user_version=1;
COMMIT;
