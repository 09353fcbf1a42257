"""Give each event its CAMEO and PLOVER code, so that it can be compared with other event data sets.

Sources: CAMEO Codebook 1.1b3 (Schrodt 2012); PLOVER 2.0 (Halterman et al. 2023). The table stands in the documentation.
"""

from __future__ import annotations

from explore.model import Channel, Occasion, Status

_CAMEO = {
    Channel.LETTER: "040", Channel.CALL: "041", Channel.VIDEO: "041", Channel.MEETING: "040", Channel.VISIT: "042",
    Channel.TALKS: "046", Channel.AGREEMENT: "057", Channel.STATEMENT: "010",
}  # fmt: skip
_PLOVER = {
    Channel.LETTER: "CONSULT", Channel.CALL: "CONSULT:phone", Channel.VIDEO: "CONSULT:phone",
    Channel.MEETING: "CONSULT", Channel.VISIT: "CONSULT:visit", Channel.TALKS: "CONSULT",
    Channel.AGREEMENT: "SUPPORT", Channel.STATEMENT: "",
}  # fmt: skip
_IN_PERSON = (Channel.MEETING, Channel.VISIT, Channel.CALL, Channel.VIDEO, Channel.TALKS)
_NEUTRAL = (Occasion.OTHER, Occasion.INVITATION, Occasion.CONDOLENCE)


def code(channel: Channel, occasion: Occasion | None, status: Status, *, third_place: bool = False) -> tuple[str, str]:
    """Return the CAMEO and the PLOVER code (empty where the scheme has none); *third_place* marks neutral ground."""
    if status is Status.DENIED:
        return "016", ""
    if status is Status.CANCELLED:
        return "161", "REJECT:meet"
    if status in (Status.PLANNED, Status.WISHED) and channel in _IN_PERSON:
        return "036", "AGREE"
    if channel is Channel.LETTER and occasion is Occasion.CONDOLENCE:
        return "018", ""
    if channel is Channel.LETTER and occasion is not None and occasion not in _NEUTRAL:
        return "051", "SUPPORT"
    if channel is Channel.MEETING and third_place:
        return "044", "CONSULT:third-party"
    return _CAMEO[channel], _PLOVER[channel]
