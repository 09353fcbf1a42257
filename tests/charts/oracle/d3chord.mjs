// Print the angles that d3-chord's chordDirected gives to each case of a JSON list on stdin:
//   [{"matrix": [[0, 5], [2, 1]], "pad_angle": 0.05, "sort_groups": "desc", "sort_subgroups": "none", "sort_chords": "asc"}, …]
// d3-chord 3 must be installed here (npm install d3-chord@3) or be named by the variable D3_CHORD, a path to its module.
// cases.json keeps what this printed, so that the tests need neither node nor d3-chord.
import {pathToFileURL} from "node:url";

const named = process.env.D3_CHORD;
const {chordDirected} = await import(named ? pathToFileURL(named).href : "d3-chord");
const compare = {desc: (a, b) => b - a, asc: (a, b) => a - b};

function angles({startAngle, endAngle, index, value}) {
  return [index, startAngle, endAngle, value];
}

function layOut(given) {
  const layout = chordDirected().padAngle(given.pad_angle);
  if (given.sort_groups in compare) layout.sortGroups(compare[given.sort_groups]);
  if (given.sort_subgroups in compare) layout.sortSubgroups(compare[given.sort_subgroups]);
  if (given.sort_chords in compare) layout.sortChords(compare[given.sort_chords]);
  const chords = layout(given.matrix);
  return {
    groups: Array.from(chords.groups, angles),
    chords: Array.from(chords, ({source, target}) => [angles(source), angles(target)]),
  };
}

let text = "";
for await (const piece of process.stdin) text += piece;
process.stdout.write(JSON.stringify(JSON.parse(text).map(layOut)));
