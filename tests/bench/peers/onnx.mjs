// Writes ONNX models, protobuf by hand: enough to state the graphs of ort.mjs.
const encoder = new TextEncoder();
const FLOAT = 1;
const INT64 = 7;
const TYPES = {float: FLOAT, int64: INT64};

function join(parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function varint(value) {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes = [];
  do {
    bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

const number = (field, value) => join([varint(field << 3), varint(value)]);
const float = (field, value) => join([varint((field << 3) | 5), new Uint8Array(Float32Array.of(value).buffer)]);
function block(field, content) {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return join([varint((field << 3) | 2), varint(bytes.length), bytes]);
}

function tensor(name, data, shape) {
  const type = data instanceof BigInt64Array ? INT64 : FLOAT;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return join([...shape.map((size) => number(1, size)), number(2, type), block(8, name), block(9, bytes)]);
}

/** value: a text, a list of whole numbers, {float} or a whole number. */
function attribute(name, value) {
  if (typeof value === 'string') return join([block(1, name), block(4, value), number(20, 3)]);
  if (Array.isArray(value)) return join([block(1, name), ...value.map((x) => number(8, x)), number(20, 7)]);
  if (typeof value === 'object') return join([block(1, name), float(2, value.float), number(20, 1)]);
  return join([block(1, name), number(3, value), number(20, 2)]);
}

/** dims: sizes, or names of sizes that may change. */
function described(name, type, dims) {
  const shape = join(dims.map((size) => block(1, typeof size === 'string' ? block(2, size) : number(1, size))));
  return join([block(1, name), block(2, block(1, join([number(1, TYPES[type]), block(2, shape)])))]);
}

export class Graph {
  #nodes = [];
  #constants = [];
  #inputs = [];
  #outputs = [];
  #count = 0;

  /** @returns {any} the name of its output, or a list of names */
  op(type, inputs, attributes = {}, outputs = 1) {
    const names = Array.from({length: outputs}, () => `t${this.#count++}`);
    const parts = Object.entries(attributes).map(([name, value]) => block(5, attribute(name, value)));
    const ends = [...inputs.map((name) => block(1, name)), ...names.map((name) => block(2, name))];
    this.#nodes.push(join([...ends, block(4, type), ...parts]));
    return outputs === 1 ? names[0] : names;
  }

  constant(data, shape) {
    const name = `constant${this.#count++}`;
    this.#constants.push(tensor(name, data, shape));
    return name;
  }

  whole(...values) {
    return this.constant(BigInt64Array.from(values.map(BigInt)), [values.length]);
  }

  input(name, type, dims) {
    this.#inputs.push(described(name, type, dims));
    return name;
  }

  output(name, as, dims) {
    this.#nodes.push(join([block(1, name), block(2, as), block(4, 'Identity')]));
    this.#outputs.push(described(as, 'float', dims));
  }

  bytes() {
    const list = (field, parts) => parts.map((part) => block(field, part));
    const graph = [...list(1, this.#nodes), block(2, 'g'), ...list(5, this.#constants)];
    const model = join([...graph, ...list(11, this.#inputs), ...list(12, this.#outputs)]);
    return join([number(1, 9), block(8, join([block(1, ''), number(2, 20)])), block(7, model)]);
  }
}
