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
INSERT INTO "organisation" ("id", "name", "short_name", "service", "street", "postcode", "town", "phone", "email", "website", "logo_sha256", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','c3d9f297-174b-4e4b-b8d8-5a6acabe88fa',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "user" ("id", "login", "display_name", "role", "phone", "email", "active", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü','ü','ü','ü',1,'354612a0-bd44-49dc-b77d-c1ee29b2edc5',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "setting" ("id", "user_id", "key", "value", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','{"ü":[1,null]}','3fcb197e-4c65-4d49-9137-6313139fe443',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "client" ("id", "file_number", "given_names", "family_name", "original_name", "salutation", "form_of_address", "birth_place", "birth_country", "sex", "marital_status", "interpreter_need", "interpreter_language", "phone", "email", "listeners", "contact_note", "target_group", "note", "sort_name", "birth_date", "arrival_germany", "arrival_town", "date_of_death", "birth_date_assumed", "disclosure_ban", "household_confidential", "may_call", "may_leave_message", "may_text", "may_write", "may_email", "disclosure_ban_until", "privacy_info_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','Olena','Kowalenko','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','ü','2019-05','2019-05','2019-05','2019-05',1,1,1,1,1,1,1,1,'2027-01-14','2027-01-14','3e6968dd-1e81-4105-a34c-840ca7376aa3',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "client_name" ("id", "client_id", "kind", "text", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','7f576074-3614-4cdb-97c7-fdf39fe891b5',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "client_nationality" ("id", "client_id", "code", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','68abf4e2-e07f-4294-865c-421b16258283',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "client_language" ("id", "client_id", "code", "level", "reads", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü',1,'0066cd7e-36f9-46c7-b450-b9afb98f88f1',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "address" ("id", "client_id", "care_of", "street", "postcode", "town", "valid_from", "valid_until", "protected", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','2019-05','2019-05',1,'6a9d0492-f610-41ff-90cc-92dd3728c156',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "authority_reference" ("id", "client_id", "kind", "number", "authority", "caseworker", "phone", "email", "note", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','ü','ü','ü','f6c988ff-9b76-4228-83b2-f0937c8a5061',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "household" ("id", "label", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','90157bda-76bb-4acc-a2d3-3d287786c514',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "household_member" ("id", "household_id", "client_id", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'14aad630-a6d1-4d05-9020-147f800a39aa',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
	updated_at DATETIME NOT NULL, since TEXT, until TEXT, german BOOLEAN, ended_by TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT uq_relation_uid UNIQUE (uid), 
	CONSTRAINT fk_relation_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_relation_related_client_id FOREIGN KEY(related_client_id) REFERENCES client (id), 
	CONSTRAINT fk_relation_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "relation" ("id", "client_id", "related_client_id", "kind", "related_name", "related_birth_date", "same_household", "uid", "organisation_id", "version", "created_at", "updated_at", "since", "until", "german", "ended_by") VALUES (1,1,1,'ü','ü','2019-05',1,'7fc6c5a9-d833-46d4-949d-099e5d02cb7b',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000','2019-05','2019-05',1,'ü');
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
INSERT INTO "representative" ("id", "client_id", "kind", "name", "organisation", "phone", "email", "scope", "valid_from", "valid_until", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','ü','ü','2019-05','2019-05','81686870-08de-4110-a40c-28736c9676d6',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
	updated_at DATETIME NOT NULL, plan_review_on DATE, 
	CONSTRAINT uq_case_uid UNIQUE (uid), 
	CONSTRAINT fk_case_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_case_counsellor_id FOREIGN KEY(counsellor_id) REFERENCES user (id), 
	CONSTRAINT fk_case_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "case" ("id", "client_id", "counsellor_id", "counselling_type", "concern", "access_source", "closing_reason", "closing_note", "opened_on", "closed_on", "uid", "organisation_id", "version", "created_at", "updated_at", "plan_review_on") VALUES (1,1,1,'ü','ü','ü','ü','ü','2027-01-14','2027-01-14','f5fa0369-a0b4-4ae0-bb81-651bdf79c9e6',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000','2027-01-14');
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
INSERT INTO "consultation" ("id", "counsellor_id", "held_on", "held_at", "channel", "language", "interpreter", "summary", "agreed_next", "duration_min", "due_on", "next_done_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'2027-01-14','ü','ü','ü','ü','ü','ü',1,'2027-01-14','2027-01-14','7084eaea-4acd-4161-8958-fe81338ad556',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_consultation_counsellor_id ON consultation (counsellor_id);
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
INSERT INTO "consultation_participant" ("id", "consultation_id", "client_id", "case_id", "note", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,1,'ü','0466ec5e-3b34-4177-9caf-35e5159ae5da',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "consultation_code" ("id", "consultation_id", "catalogue", "code", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','bf712b4c-be81-4aa8-9b9e-2b601bbc86c8',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
	updated_at DATETIME NOT NULL, late_application BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT uq_residence_period_uid UNIQUE (uid), 
	CONSTRAINT fk_residence_period_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_residence_period_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "residence_period" ("id", "client_id", "code", "valid_from", "authority", "document", "employment", "residence_duty", "course_note", "note", "valid_until", "issued_on", "uid", "organisation_id", "version", "created_at", "updated_at", "late_application") VALUES (1,1,'ü','2019-05','ü','ü','ü','ü','ü','ü','2019-05','2027-01-14','48387e4f-7462-4491-bf60-6e370f3ff01a',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000',1);
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
INSERT INTO "absence" ("id", "client_id", "departed_on", "reason", "note", "returned_on", "authority_deadline", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'2019-05','ü','ü','2019-05','2027-01-14','68e093ae-a1a9-4b37-8f13-ca4c9127ba18',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "identity_document" ("id", "client_id", "kind", "country", "number", "note", "issued_on", "valid_until", "original_seen_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','2027-01-14','2027-01-14','2027-01-14','cbbbf571-0623-4ac5-b544-da04ca2f728b',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
	updated_at DATETIME NOT NULL, points INTEGER, 
	CONSTRAINT uq_milestone_uid UNIQUE (uid), 
	CONSTRAINT fk_milestone_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_milestone_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "milestone" ("id", "client_id", "code", "reached_on", "note", "until", "uid", "organisation_id", "version", "created_at", "updated_at", "points") VALUES (1,1,'ü','2019-05','ü','2019-05','15dea1c1-92ef-45e7-9358-7b79240c942a',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000',1);
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
INSERT INTO "station_override" ("id", "client_id", "station", "state", "reason", "set_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','2027-01-14','c6d96c26-0098-472c-9a45-a5ebcd22963f',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "blob" ("id", "sha256", "media_type", "size", "content", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü',1,X'25504446','61cd19e8-8b2a-4fee-8545-0fc67125fa14',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "letter" ("id", "client_id", "author_id", "kind", "title", "language", "blob_sha256", "printed_on", "pages", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'ü','ü','ü','ü','2027-01-14',1,'4a59d75a-dc25-451d-932c-46100e3ac644',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "journal_entry" ("id", "organisation_id", "undoes", "at", "user_id", "session", "verb", "verb_plural", "verb_values", "verb_salt", "verb_digest", "prev_hash", "hash") VALUES (1,1,NULL,'2027-01-14 09:00:00.000000',1,'00000000-0000-4000-8000-000000000001','Filled',NULL,'{}','0f7924c6f7d509d29fb8e8bcf7ae629b','05a93fbbc68041e3d60c8b7452e49e1dab34241203a77c50ff1e814b7258cb55','0000000000000000000000000000000000000000000000000000000000000000','ebfb61e716872526fff3f71ee47978a0b64d14aacbacc3a8a2b72645f7f97e20');
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
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,3,1,1,1,'insert','law_version','[]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,4,1,1,1,'insert','user','[]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,5,1,1,1,'insert','absence','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,6,1,1,1,'insert','address','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,7,1,1,1,'insert','asylum_procedure','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,8,1,1,1,'insert','authority_reference','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,9,1,1,1,'insert','benefit','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,10,1,1,1,'insert','case','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,11,1,1,1,'insert','client_language','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,12,1,1,1,'insert','client_name','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,13,1,1,1,'insert','client_nationality','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,14,1,1,1,'insert','consultation','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,15,1,1,1,'insert','course_entitlement','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,16,1,1,1,'insert','employment','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,17,1,1,1,'insert','household_member','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,18,1,1,1,'insert','identity_document','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,19,1,1,1,'insert','legal_sheet','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,20,1,1,1,'insert','letter','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,21,1,1,1,'insert','milestone','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,22,1,1,1,'insert','notice','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,23,1,1,1,'insert','relation','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,24,1,1,1,'insert','representative','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,25,1,1,1,'insert','residence_period','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,26,1,1,1,'insert','setting','[]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,27,1,1,1,'insert','station_override','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,28,1,1,1,'insert','consultation_code','[1]',NULL,'','');
INSERT INTO "journal_change" ("entry_id", "organisation_id", "position", "first_id", "last_id", "version", "action", "table_name", "clients", "payload", "salt", "digest") VALUES (1,1,29,1,1,1,'insert','consultation_participant','[1]',NULL,'','');
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
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,19);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,20);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,21);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,22);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,23);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,24);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,25);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,27);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,28);
INSERT INTO "journal_subject" ("organisation_id", "client_id", "entry_id", "position") VALUES (1,1,1,29);
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
INSERT INTO "draft" ("id", "user_id", "client_id", "form", "payload", "record_id", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,'ü','{"ü":[1,null]}',1,'4bca7a97-f8b3-4bec-bc35-ce3b0831face',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
INSERT INTO "interface_state" ("id", "user_id", "key", "value", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','{"ü":[1,null]}','ab6317c2-33ac-42e2-8519-7bf3583e8e04',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
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
CREATE TABLE employment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	started_on TEXT NOT NULL, 
	employer TEXT NOT NULL, 
	note TEXT NOT NULL, 
	ended_on TEXT, 
	weekly_hours INTEGER, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_employment_uid UNIQUE (uid), 
	CONSTRAINT fk_employment_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_employment_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "employment" ("id", "client_id", "kind", "started_on", "employer", "note", "ended_on", "weekly_hours", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','2019-05','ü','ü','2019-05',1,'17772b0d-1f80-466f-93f2-b4f3c0de3be6',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_employment_client_id ON employment (client_id);
CREATE TABLE benefit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	office TEXT NOT NULL, 
	note TEXT NOT NULL, 
	granted_from DATE, 
	granted_until DATE, 
	renewal_filed_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_benefit_uid UNIQUE (uid), 
	CONSTRAINT fk_benefit_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_benefit_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "benefit" ("id", "client_id", "kind", "office", "note", "granted_from", "granted_until", "renewal_filed_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','2027-01-14','2027-01-14','2027-01-14','bbc1d184-8e64-4b6a-b7ac-e92548486558',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_benefit_client_id ON benefit (client_id);
CREATE INDEX ix_benefit_until ON benefit (granted_until, client_id);
CREATE TABLE course_entitlement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	basis TEXT NOT NULL, 
	course_type TEXT NOT NULL, 
	provider TEXT NOT NULL, 
	note TEXT NOT NULL, 
	title_issued_on DATE, 
	issued_on DATE, 
	registered_on DATE, 
	started_on DATE, 
	interrupted_on DATE, 
	finished_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_course_entitlement_uid UNIQUE (uid), 
	CONSTRAINT fk_course_entitlement_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_course_entitlement_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "course_entitlement" ("id", "client_id", "basis", "course_type", "provider", "note", "title_issued_on", "issued_on", "registered_on", "started_on", "interrupted_on", "finished_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','2027-01-14','2027-01-14','2027-01-14','2027-01-14','2027-01-14','2027-01-14','4d032c37-9477-48b0-af4c-00e2001ce7e7',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_course_entitlement_client_id ON course_entitlement (client_id);
CREATE TABLE asylum_procedure (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	outcome TEXT NOT NULL, 
	note TEXT NOT NULL, 
	made_on DATE, 
	arrival_proof_on DATE, 
	lodged_on DATE, 
	decided_on DATE, 
	recognised_on DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_asylum_procedure_uid UNIQUE (uid), 
	CONSTRAINT fk_asylum_procedure_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_asylum_procedure_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "asylum_procedure" ("id", "client_id", "outcome", "note", "made_on", "arrival_proof_on", "lodged_on", "decided_on", "recognised_on", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','2027-01-14','2027-01-14','2027-01-14','2027-01-14','2027-01-14','368e76b7-d0af-4978-bc64-b0974875ccd2',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_asylum_procedure_client_id ON asylum_procedure (client_id);
CREATE TABLE legal_sheet (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	pension_months INTEGER, 
	spouse_full_time_months INTEGER, 
	residence_duty_violation_days INTEGER, 
	pension_as_of DATE, 
	co_applicant_eligible_on DATE, 
	blue_card_employment_from TEXT, 
	domestic_qualification BOOLEAN, 
	spouse_ne_18c BOOLEAN, 
	recruited BOOLEAN, 
	stateless_since_birth BOOLEAN, 
	benefit_own_fault BOOLEAN, 
	spouse_full_time_now BOOLEAN, 
	hardship_4a BOOLEAN, 
	illness_or_disability BOOLEAN, 
	special_integration BOOLEAN, 
	custody_german_child BOOLEAN, 
	identity TEXT NOT NULL, 
	democratic_order TEXT NOT NULL, 
	history_declaration TEXT NOT NULL, 
	livelihood TEXT NOT NULL, 
	convictions TEXT NOT NULL, 
	exclusion TEXT NOT NULL, 
	bar TEXT NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_legal_sheet_client_id UNIQUE (client_id), 
	CONSTRAINT uq_legal_sheet_uid UNIQUE (uid), 
	CONSTRAINT fk_legal_sheet_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_legal_sheet_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "legal_sheet" ("id", "client_id", "pension_months", "spouse_full_time_months", "residence_duty_violation_days", "pension_as_of", "co_applicant_eligible_on", "blue_card_employment_from", "domestic_qualification", "spouse_ne_18c", "recruited", "stateless_since_birth", "benefit_own_fault", "spouse_full_time_now", "hardship_4a", "illness_or_disability", "special_integration", "custody_german_child", "identity", "democratic_order", "history_declaration", "livelihood", "convictions", "exclusion", "bar", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,1,1,1,'2027-01-14','2027-01-14','2019-05',1,1,1,1,1,1,1,1,1,1,'ü','ü','ü','ü','ü','ü','ü','687053c4-90f3-42d7-b4f8-0da7f6342103',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE law_version (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	citation TEXT NOT NULL, 
	note TEXT NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_law_version_uid UNIQUE (uid), 
	CONSTRAINT fk_law_version_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "law_version" ("id", "key", "value", "citation", "note", "valid_from", "valid_until", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,'ü','ü','ü','ü','2027-01-14','2027-01-14','502138d0-7d12-455e-9b2a-7d7d9f6af959',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE TABLE notice (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	client_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	reference TEXT NOT NULL, 
	delivery TEXT NOT NULL, 
	instruction TEXT NOT NULL, 
	done_as TEXT NOT NULL, 
	note TEXT NOT NULL, 
	printed_remedy TEXT NOT NULL, 
	printed_addressee TEXT NOT NULL, 
	printed_unit TEXT NOT NULL, 
	printed_term INTEGER, 
	dated_on DATE, 
	posted_on DATE, 
	received_on DATE, 
	printed_last_day DATE, 
	deadline DATE, 
	done_on DATE, 
	envelope_kept BOOLEAN, 
	refuses_title BOOLEAN NOT NULL, 
	uid VARCHAR(36) NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT uq_notice_uid UNIQUE (uid), 
	CONSTRAINT fk_notice_client_id FOREIGN KEY(client_id) REFERENCES client (id), 
	CONSTRAINT fk_notice_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);
INSERT INTO "notice" ("id", "client_id", "kind", "authority", "reference", "delivery", "instruction", "done_as", "note", "printed_remedy", "printed_addressee", "printed_unit", "printed_term", "dated_on", "posted_on", "received_on", "printed_last_day", "deadline", "done_on", "envelope_kept", "refuses_title", "uid", "organisation_id", "version", "created_at", "updated_at") VALUES (1,1,'ü','ü','ü','ü','ü','ü','ü','ü','ü','ü',1,'2027-01-14','2027-01-14','2027-01-14','2027-01-14','2027-01-14','2027-01-14',1,1,'327f20b1-618b-42f8-8a62-5cadea18e61d',1,1,'2027-01-14 09:00:00.000000','2027-01-14 09:00:00.000000');
CREATE INDEX ix_notice_client_id ON notice (client_id);
CREATE INDEX ix_notice_done ON notice (done_on, client_id);
CREATE INDEX ix_consultation_waiting ON consultation (due_on) WHERE next_done_on IS NULL AND agreed_next != '';
PRAGMA user_version=3;
COMMIT;
