"""Write cases.json anew: matrices, random and at the edges, with the angles that d3-chord gives them.

Run from the root of the repository: ``python tests/charts/oracle/write_cases.py`` (needs node and d3-chord 3).
"""

import json
import random
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ORDERS = ("none", "asc", "desc")
EDGES = (
    [[1]],
    [[0, 1], [0, 0]],
    [[0, 3], [3, 0]],
    [[2, 0], [0, 2]],
    [[0, 0, 0], [0, 0, 7], [0, 0, 0]],
    [[0.5, 0.25], [1e-9, 1e9]],
    [[11975, 5871, 8916, 2868], [1951, 10048, 2060, 6171], [8010, 16145, 8090, 8045], [1013, 990, 940, 6907]],
)


def make() -> list[dict[str, object]]:
    draw = random.Random(20181230)
    cases = [{"matrix": matrix, "pad_angle": pad} for matrix in EDGES for pad in (0.0, 0.05)]
    for _ in range(28):
        n = draw.randint(2, 9)
        density = draw.choice((0.15, 0.5, 1.0))
        matrix = [[draw.randint(1, 40) if draw.random() < density else 0 for _ in range(n)] for _ in range(n)]
        matrix[0][1] = matrix[0][1] or 1
        cases.append({"matrix": matrix, "pad_angle": draw.choice((0.0, 0.02, 0.1, 1.0))})
    for case in cases:
        case |= {name: draw.choice(ORDERS) for name in ("sort_groups", "sort_subgroups", "sort_chords")}
    return cases


def ask(cases: list[dict[str, object]]) -> list[dict[str, object]]:
    command = ["node", str(HERE / "d3chord.mjs")]
    done = subprocess.run(command, input=json.dumps(cases), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    cases = make()
    known = [{**case, **answer} for case, answer in zip(cases, ask(cases), strict=True)]
    lines = ",\n".join(json.dumps(case) for case in known)
    (HERE / "cases.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
