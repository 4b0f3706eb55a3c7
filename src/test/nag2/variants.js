// Makes the generated templates: each case as it is, then once for every change of one value in it.
// Usage: node variants.js <folder of templates>
const fs = require('fs');
const os = require('os');
const path = require('path');
const { App } = require('aws-cdk-lib');
const { RAW, include, read, write } = require('./included');

const NO_VALUE = { Ref: 'AWS::NoValue' };
const CASES = path.join(__dirname, 'cases');
const OUT = process.argv[2];

const isObject = (it) => typeof it === 'object' && it !== null && !Array.isArray(it);
const isIntrinsic = (it) => isObject(it) && Object.keys(it).some((key) => key === 'Ref' || key.startsWith('Fn::'));
const copy = (it) => JSON.parse(JSON.stringify(it));

/** What each value is replaced by; undefined takes it away. */
function replacements(value, depth) {
  const sometimes = { 'Fn::If': ['Sometimes', value, NO_VALUE] };
  const gone = [undefined];
  if (typeof value === 'boolean') return [...gone, !value, { Ref: 'Text' }, sometimes];
  if (typeof value === 'number') return [...gone, 0, { Ref: 'Text' }, sometimes];
  if (typeof value === 'string') return [...gone, 'other', { Ref: 'Text' }, sometimes];
  if (isIntrinsic(value)) return [...gone, 'other', sometimes];
  if (Array.isArray(value)) return [...gone, [], sometimes];
  return depth === 0 ? [...gone, sometimes] : gone;
}

/** Every value inside a resource's properties, by its path. */
function* values(value, at = []) {
  for (const [key, inner] of Object.entries(value)) {
    yield [[...at, key], inner];
    if (!isIntrinsic(inner) && typeof inner === 'object') yield* values(inner, [...at, key]);
  }
}

function changed(resources, id, at, replacement) {
  const result = copy(resources);
  let owner = result[id].Properties;
  for (const key of at.slice(0, -1)) owner = owner[key];
  const last = at[at.length - 1];
  if (replacement !== undefined) owner[last] = replacement;
  else if (Array.isArray(owner)) owner.splice(last, 1);
  else delete owner[last];
  return result;
}

function* changes(resources) {
  for (const id of Object.keys(resources)) {
    const { [id]: left, ...others } = resources;
    if (Object.keys(others).length && !JSON.stringify(others).includes(id)) yield others;
    for (const [at, value] of values(left.Properties || {})) {
      for (const replacement of replacements(value, at.length - 1)) yield changed(resources, id, at, replacement);
    }
  }
}

/** A copy with a number behind each logical id, so that many stand in one stack. */
function numbered(resources, number) {
  let text = JSON.stringify(resources);
  for (const id of Object.keys(resources)) {
    text = text
      .replaceAll(`{"Ref":"${id}"}`, `{"Ref":"${id}${number}"}`)
      .replaceAll(`"Fn::GetAtt":["${id}"`, `"Fn::GetAtt":["${id}${number}"`)
      .replaceAll(`\${${id}`, `\${${id}${number}`);
  }
  return Object.fromEntries(Object.entries(JSON.parse(text)).map(([id, it]) => [id + number, it]));
}

const HEAD = {
  Parameters: { Text: { Type: 'String' } },
  Conditions: { Sometimes: { 'Fn::Equals': [{ Ref: 'Text' }, 'yes'] } },
};

/** Whether the CDK renders it: it refuses, for instance, a resource without a required property. */
function renders(resources) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'variant-'));
  try {
    write(path.join(directory, 'in.json'), HEAD, resources);
    const app = new App({ outdir: path.join(directory, 'out') });
    include(app, 'S', path.join(directory, 'in.json'));
    app.synth();
    return true;
  } catch {
    return false;
  } finally {
    fs.rmSync(directory, { recursive: true });
  }
}

for (const file of fs.readdirSync(CASES).sort()) {
  const { raw, sound, also } = read(path.join(CASES, file));
  const variants = [sound, ...also, ...(raw ? [] : [...changes(sound)].filter(renders))];
  const head = raw ? { Description: RAW, ...HEAD } : HEAD;
  write(path.join(OUT, file), head, Object.assign({}, ...variants.map(numbered)));
  console.log(`${file}: ${variants.length} variants`);
}
