"""Read who presented their credentials to whom: «تسلم X أوراق اعتماد السفير Y», «قدم Y أوراق اعتماده إلى X»."""

from __future__ import annotations

from explore.events.arguments import Noun
from explore.events.drafts import Sides
from explore.events.items import Role
from explore.model import Actor


class Credentials:
    """Read the sides of a presentation of credentials: the ambassadors, and the head of state who takes them."""

    def __init__(self, noun: Noun) -> None:
        """Prepare for *noun*."""
        self.noun = noun

    def sides(self) -> Sides | None:
        """Return ambassadors and host, or None where no verb presents or takes the papers."""
        if self.noun.role == "patient":
            return Sides(self._ambassadors(), self.noun.agent())
        if self.noun.role in ("agent", "carrier"):
            to = self.noun.pick([*self.noun.after, *self.noun.before], "to", places=False)
            return Sides(self.noun.agent(), to or self.noun.meant("to"))
        return None

    def _ambassadors(self) -> list[Actor]:
        """Return all whose papers are taken: every group behind the noun that names a person, else the first."""
        groups = [item for item in self.noun.after if item.role is Role.GROUP and not item.is_place]
        named = [actor for item in groups for actor in item.actors if any(phrase.name for phrase in item.phrases)]
        people = [actor for actor in named if actor.id.startswith("name:") or actor.office is not None]
        return list(dict.fromkeys(people)) or (groups[0].actors if groups else [])
