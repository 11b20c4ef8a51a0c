"""Verbs of which people are the subject, by what they tell: how a life was, or what one does in a meeting."""

from __future__ import annotations

__all__ = ["LIFE", "MEETING", "PERCEIVED"]

LIFE = frozenset(
    """
    am are argued arrest arrive arrived be became become been beg began begged begin begun belong belongs board
    boarded born borrow borrowed bought bring brought build built buried bury buy captain captained care cared
    carried carry chaired clean cleaned climb climbed command commanded cook cooked crawl crawled cross crossed
    defend defended deliver delivered deport design designed dig direct directed dive dived draft drafted drive
    driven drives drove drown drowned dug edit edited emigrate emigrated escape escaped establish established
    exhume exhumed farm farmed fed feed ferried ferry fish fished fled flee found founded get got grew grow
    grown guard guarded haul head headed held herd herded hid hide hitchhike hold host hosted interpret
    interpreted invent invented is keep kept launch launched lead learn learned learnt leave led left live lived
    lives lose lost manage managed married marry migrate migrated mine mined nearly nurse nursed operate
    operated own owned paid paint painted pay pick picked pilot piloted play played pray prayed preach preached
    pull pulled quit raise raised ran recruit recruited represent rescue rescued resign resigned retire retired
    return returned ride rode row rowed run sail sailed sat save saved sell serve served sew sewed shelter
    sheltered sign signed sit sleep slept smuggle smuggled sold spend spent start started starve stitch stitched
    stood studied study survive survived swam swim taught teach train trained translate translated treat treated
    trek visit visited wait waited walk walked was wash washed wear weave were win won wore work worked works
    """.split()
)
"""Told of a life: work, journeys, losses."""

MEETING = frozenset(
    """
    accept accepted add added adds afraid agree agreed agrees answer answered apologise apologised apologize
    apologized appreciate argue argues ask asked asking asks believe believed believes click clicked concerned
    conclude concluded consider considered demand demanded demands describe described describes disagree
    disagreed disagrees doubt doubted encourage encouraged endorse endorsed enjoy enjoyed expect expected
    expects explain explained explains fear feared fears glad going grateful guess happy hate hope hoped hopes
    insist insisted insists interviewed known knows lack lacks let like liked likes listen listened listens love
    mean means meant mention mentioned mentions mind mute muted need needed needs note noted notes plead point
    pointed points prefer preferred prefers promise promised promises propose proposed proposes quote quoted
    quotes ready recall recalled recalls recommend recommended recommends refer referred regret regrets
    regretted remembered remembers remind reminded repeat repeated repeats replied reply reports request
    requested requests respond responded said say says second seconded seconds share shared shares sorry speak
    speaking speaks spoke stress stressed stresses submit submitted suggest suggested suggests support supported
    supports suppose talking tell tells thank thanked thanks think thinks thought told type typed understand
    understands understood urge urged urges want wanted wants warn warned welcome welcomed welcomes wish wished
    wishes wonder wondered wondering wonders worried
    """.split()
)
"""Saying, thinking, wishing, attending: what one does in a meeting, and not what a life was."""

PERCEIVED = frozenset(
    """
    dialled find found hear heard hears knew know knows meet met notice noticed phoned read reads recall
    remember saw see seen sees visit visited watch watched
    """.split()
)
"""What one came to know of others, which is told for its own sake."""
