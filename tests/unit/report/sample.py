"""A summary note to build in tests; everybody in it is invented."""

from chatham.model.public import Attendance, Consultation, Point, PublicSpeaker, SummaryNote, WorkingGroup


def consultation(**changes):
    given = Consultation(
        title="Stakeholder consultation on the regional review: Protecting migrants at borders",
        date="2020-11-19",
        place="Online",
        objectives=(8, 13),
        rounds=2,
        working_groups=(
            WorkingGroup(id="WG1", name="Working Group 1", objectives=(8,)),
            WorkingGroup(id="WG2", name="Working Group 2", objectives=(13,)),
        ),
        organisers=("Lantern & Harbour", "IOM"),
        public_speakers=(PublicSpeaker(name="Dr Ada Quill", role="Opening remarks", organisation="Regional Office"),),
    )
    return given.model_copy(update=changes)


def point(number, text, objectives=(8,), review="challenges", quantifier=None, voices=None):
    return Point(
        id=f"p{number}",
        objectives=objectives,
        review=review,
        text=text,
        quantifier=quantifier,
        voices=voices,
        notes=(f"n{number}",),
    )


POINTS = (
    point(1, "said that rescue at sea < 5 hours & rising is rare.", quantifier="One participant", voices=1),
    point(2, "Bail was never offered.", (13,)),
    point(3, "Agree a list of ports.", (8,), "recommendations"),
    point(4, "Fund {{ title }} interpreters.", (8,), "recommendations"),
    point(5, "Publish the figures.", (8, 13), "recommendations"),
)

ATTENDANCE = Attendance(
    total=31,
    by_category=(("civil society", 20), ("the media", None), ("the private sector", None)),
    by_subregion=(("the Pacific", 12), ("South-East Asia", 19)),
)


def note(**changes):
    return SummaryNote(consultation=consultation(), points=POINTS, attendance=ATTENDANCE).model_copy(update=changes)
