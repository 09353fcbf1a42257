// Unpack what explore/app/packing.py packed.

const NUMBERS = { f4: Float32Array, u1: Uint8Array, u2: Uint16Array, u4: Uint32Array };

function numbers({ dtype, bdata }) {
  return new NUMBERS[dtype](Uint8Array.from(atob(bdata), (letter) => letter.charCodeAt(0)).buffer);
}

// Rows of "wide" words each, or words one by one.
function spelled({ places, wide }, words) {
  const found = Array.from(numbers(places), (place) => words[place]);
  if (!wide) return found;
  return Array.from({ length: found.length / wide }, (_, n) => found.slice(n * wide, (n + 1) * wide));
}

function unpacked(sent, words) {
  if (sent === null || typeof sent !== "object") return sent;
  if (Array.isArray(sent)) return sent.map((part) => unpacked(part, words));
  if (sent.bdata) return numbers(sent);
  if (sent.places) return spelled(sent, words);
  return Object.fromEntries(Object.entries(sent).map(([name, part]) => [name, unpacked(part, words)]));
}

