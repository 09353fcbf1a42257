"""What several groups of tests share."""

import base64

import numpy as np
import pytest


@pytest.fixture
def unpacked():
    """Return a function that unpacks a figure that ``explore.app.packing`` packed, as the browser does."""

    def unpacked(sent, words):
        if isinstance(sent, list):
            return [unpacked(part, words) for part in sent]
        if not isinstance(sent, dict):
            return sent
        if "bdata" in sent:
            return np.frombuffer(base64.b64decode(sent["bdata"]), np.dtype(sent["dtype"])).tolist()
        if "places" in sent:
            found = [words[place] for place in unpacked(sent["places"], words)]
            wide = sent["wide"]
            return [found[n : n + wide] for n in range(0, len(found), wide)] if wide else found
        return {name: unpacked(part, words) for name, part in sent.items()}

    return unpacked
