"""A consultation in the form and as a row: one talk, everybody who took part, each with a note of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import time

from hin_desktop.domain.names import PersonName
from hin_desktop.domain.worklist import due_words
from hin_desktop.errors import Message
from hin_desktop.services import cases, consultations, drafts, entries
from hin_desktop.services.consultations import ConsultationRow, ParticipantRow
from hin_desktop.services.done import Done
from hin_desktop.services.open_desk import OpenDesk
from hin_desktop.services.worklist import SOON_DAYS
from hin_desktop.ui.person.open_person import TOPICS_STATE, OpenPerson
from hin_desktop.ui.person.quick_buttons import add_later_buttons, add_value_buttons, follow_ticks
from hin_desktop.ui.person.record_kind import FormKind, SectionKind, row_filled, row_values
from hin_desktop.ui.person.row_card import Look
from hin_desktop.ui.person.words import joined
from hin_desktop.ui.widgets.form_panel import FormPanel
from hin_desktop.ui.widgets.form_spec import Choice, FieldKind, FieldSpec, FormSpec, Section

K = FieldKind
MINUTES = (15, 30, 45, 60)
LATER = (("+1w", Message("1 week")), ("+2w", Message("2 weeks")), ("+4w", Message("4 weeks")),
         ("+3m", Message("3 months")))  # fmt: skip
TOPICS_KEPT = 12
ICONS = {"PHONE": "phone", "VIDEO": "video", "EMAIL": "mail", "LETTER": "mail", "HOME": "house", "GROUP": "users"}
TICK, NOTE = "with_", "note_"


def form(person: OpenPerson, row: ConsultationRow) -> FormSpec:
    """When and how, who, what about, what came of it, what comes next."""
    words, known = person.words, person.words.catalogues
    return FormSpec((
        Section((
            FieldSpec("held_on", Message("Date"), K.DATE, required=True, prefer_past=True),
            FieldSpec("held_at", Message("Time"), K.TIME),
            FieldSpec("duration_min", Message("Duration in minutes"), K.NUMBER, minimum=0),
            FieldSpec("channel", Message("Channel"), K.CHOICE, required=True,
                      choices=words.choices(known.channels, keep=row.channel)),
            FieldSpec("language", Message("Language of the talk"), K.CHOICE,
                      choices=words.choices(known.languages, keep=row.language)),
            FieldSpec("interpreter", Message("Interpreting"), K.CHOICE,
                      choices=words.choices(known.interpreter, keep=row.interpreter)),
        ), columns=3),
        Section((
            FieldSpec("topics", Message("Topics"), K.MULTI_CHOICE, choices=_topics(person), span=3),
            FieldSpec("summary", Message("What was discussed"), K.LONG_TEXT, span=3, lines=4, help=_COMMON),
            *_participants(person, row),
        ), columns=3),
        Section((
            FieldSpec("outcomes", Message("Outcomes"), K.MULTI_CHOICE, choices=words.choices(known.outcomes)),
            FieldSpec("referrals", Message("Referred to"), K.MULTI_CHOICE,
                      choices=words.choices(known.referral_destinations)),
        )),
        Section((
            FieldSpec("agreed_next", Message("Agreed next step"), span=2),
            FieldSpec("due_on", Message("By"), K.DATE),
        ), Message("What comes next"), columns=3),
    ))  # fmt: skip


_COMMON = Message(
    "Common part: everybody who took part has it in their file. "
    "No convictions, reasons for flight, diagnoses: a file can be seized."
)


def _participants(person: OpenPerson, row: ConsultationRow) -> Iterable[FieldSpec]:
    """The person's own note, then whoever may have taken part: ticked, with a note of their own."""
    own = Message("Only about {name}", name=person.name_of(person.id))
    yield FieldSpec(f"{NOTE}{person.id}", own, K.LONG_TEXT, span=3, lines=2)
    around = {other.member.client_id for home in person.overview.family.households for other in home.others}
    around |= {r.client_id for r in person.overview.family.relatives if r.client_id and r.row.same_household}
    around |= {other.client_id for other in row.participants}
    for other_id in sorted(around - {person.id}):
        name = person.name_of(other_id)
        yield FieldSpec(f"{TICK}{other_id}", Message("{name} took part", name=name), K.CHECK, span=3)
        yield FieldSpec(f"{NOTE}{other_id}", Message("Only about {name}", name=name), K.LONG_TEXT, span=3, lines=2)


def _topics(person: OpenPerson) -> Callable[[], Sequence[Choice]]:
    """All topics, those used last at the top."""
    plain = person.words.choices(person.words.catalogues.topics)
    used = person.file.topics

    def offered() -> Sequence[Choice]:
        return sorted(plain(), key=lambda choice: used.index(str(choice.key)) if choice.key in used else len(used))

    return offered


def values(row: ConsultationRow) -> dict[str, object]:
    """The talk as its form shows it."""
    notes = {f"{NOTE}{other.client_id}": other.note for other in row.participants}
    return {**row_values(row), **notes, **{f"{TICK}{other.client_id}": True for other in row.participants}}


def filled(row: ConsultationRow, typed: Mapping[str, object]) -> ConsultationRow:
    """The talk with what the form holds. Whoever has no box to tick took part as before."""
    held_at = typed.get("held_at")
    known = {other.client_id: other for other in row.participants}
    ticked = {int(name.removeprefix(TICK)): bool(value) for name, value in typed.items() if name.startswith(TICK)}
    present = [key for key in known if ticked.get(key, True)] + [k for k, on in ticked.items() if on and k not in known]
    participants = tuple(
        replace(known.get(key) or ParticipantRow(client_id=key), note=str(typed.get(f"{NOTE}{key}") or ""))
        for key in present
    )
    plain = row_filled(row, {name: value for name, value in typed.items() if name != "held_at"})
    clock = f"{held_at:%H:%M}" if isinstance(held_at, time) else ""
    return replace(plain, held_at=clock, participants=participants)


def save(desk: OpenDesk, row: ConsultationRow) -> Done[ConsultationRow]:
    """Store the talk, for each newcomer in it with their open case, and remember the topics. Raises as the service."""
    people = tuple(other if other.id else replace(other, case_id=_open_case(desk, other)) for other in row.participants)
    done = consultations.save(desk, replace(row, participants=people))
    before = drafts.load_state(desk, TOPICS_STATE)
    used = [*row.topics, *(before if isinstance(before, list) else ())]
    drafts.save_state(desk, TOPICS_STATE, list(dict.fromkeys(used))[:TOPICS_KEPT])
    return done


def _open_case(desk: OpenDesk, other: ParticipantRow) -> int | None:
    found = (case.id for case in entries.get(desk, cases.CASES, other.client_id) if case.closed_on is None)
    return other.case_id or next(found, None)


def blank(person: OpenPerson) -> ConsultationRow:
    """A talk of today, in the language and with the interpreting of the last one."""
    overview = person.overview
    open_case = next((case.id for case in overview.cases if case.closed_on is None), None)
    last = overview.last_talks[0] if overview.last_talks else None
    return replace(
        consultations.new_consultation(person.desk, person.id, open_case), channel="IN_PERSON",
        language=last.language if last else overview.client.interpreter_language,
        interpreter=last.interpreter if last else "",
    )  # fmt: skip


def look(person: OpenPerson, row: ConsultationRow) -> Look:
    """What it was about; how long, in which way, in which language; below it all that was written."""
    words, texts, known = person.words, person.texts, person.words.catalogues
    topics = words.labels(known.topics, row.topics)
    minutes = texts("{n} min", n=row.duration_min) if row.duration_min else ""
    return Look(
        topics or _first_line(row.summary) or texts("Consultation"),
        joined(words.label(known.channels, row.channel), minutes, _spoken(person, row),
               _first_line(row.summary) if topics else ""),
        words.day(row.held_on), ICONS.get(row.channel, "message-circle"), "muted", tuple(_more(person, row)),
    )  # fmt: skip


def _spoken(person: OpenPerson, row: ConsultationRow) -> str:
    known = person.words.catalogues
    language = person.words.label(known.languages, row.language)
    if row.interpreter in ("", "NONE"):
        return language
    helped = person.words.label(known.interpreter, row.interpreter)
    return joined(language, person.texts("interpreting: {who}", who=helped))


def _more(person: OpenPerson, row: ConsultationRow) -> Iterable[tuple[str, str]]:
    words, texts, known = person.words, person.texts, person.words.catalogues
    own = next((other.note for other in row.participants if other.client_id == person.id), "")
    others = [person.name_of(other.client_id) for other in row.participants if other.client_id != person.id]
    due = texts("by {date}", date=row.due_on) if row.due_on else ""
    done = texts("done on {date}", date=row.next_done_on) if row.next_done_on else ""
    yield texts("When"), joined(words.day(row.held_on), row.held_at, person.file.colleagues.get(row.counsellor_id, ""))
    yield texts("Discussed"), row.summary
    yield texts("Note"), own
    yield texts("Took part"), ", ".join(others)
    yield texts("Outcomes"), words.labels(known.outcomes, row.outcomes)
    yield texts("Referred to"), words.labels(known.referral_destinations, row.referrals)
    yield texts("Agreed"), joined(row.agreed_next, due, done)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def searched(person: OpenPerson, row: ConsultationRow) -> str:
    """Everything by which a talk can be found in the list."""
    shown = look(person, row)
    return " ".join((shown.title, shown.detail, shown.right, *(value for _, value in shown.more))).casefold()


def due(person: OpenPerson, row: ConsultationRow) -> tuple[str, str]:
    """How far away an agreed step is, and its tone."""
    if row.due_on is None:
        return person.texts("no date"), "muted"
    days = (row.due_on - person.kit.today()).days
    tone = "wrong" if days < 0 else "soon" if days <= SOON_DAYS else "muted"
    return person.texts(due_words(days)), tone


def _dress(person: OpenPerson, panel: FormPanel, _row: ConsultationRow) -> None:
    add_value_buttons(person.kit, panel.form, "duration_min", MINUTES)
    add_later_buttons(person.kit, panel.form, "due_on", LATER)
    follow_ticks(panel.form, TICK, NOTE)


def _stored(desk: OpenDesk, row: ConsultationRow) -> ConsultationRow:
    return consultations.get(desk, row.id)


def people_of(desk: OpenDesk, rows: Iterable[ConsultationRow]) -> dict[int, PersonName]:
    """The names of everybody who took part in these talks."""
    return consultations.names_of(desk, sorted({other.client_id for row in rows for other in row.participants}))


FORM: FormKind[ConsultationRow] = FormKind(
    "consultation", lambda row: Message("Consultation") if row.id else Message("Record consultation"),
    form, save, _stored, values, filled, _dress)  # fmt: skip
CONSULTATIONS: SectionKind[ConsultationRow] = SectionKind(
    form=FORM, title=Message("Consultations"), add=Message("Record consultation"), look=look, blank=blank,
    remove=consultations.remove, empty=Message("No consultation recorded yet."))  # fmt: skip
