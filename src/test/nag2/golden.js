// Writes what the reports of cdk-nag 2 say of each template.
// Usage: node golden.js <folder of templates>... > rows.tsv
const crypto = require('crypto');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { App, Aspects } = require('aws-cdk-lib');
const { HIPAASecurityChecks, NagReportFormat, NIST80053R5Checks } = require('cdk-nag');
const { include } = require('./included');

process.env.CDK_VALIDATION = 'false'; // CloudFormation's own checks are not compared

const version = (name) => `${name} ${require(`${name}/package.json`).version}`;

/** Counts what the report leaves out, to prove that what it does not list was N/A and not forgotten. */
class Unlisted {
  count = 0;
  onNotApplicable() { this.count++; }
  onCompliance() {}
  onNonCompliance() {}
  onSuppressed() {}
  onError() {}
  onSuppressedError() {}
}

/** The fields of a line of the report, all of which are quoted. */
function fields(line) {
  return line.slice(1, -1).split('","');
}

function report(name, file) {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'nag2-'));
  const app = new App({ outdir });
  include(app, name, file);
  const unlisted = new Unlisted();
  const props = { verbose: true, reports: true, reportFormats: [NagReportFormat.CSV], additionalLoggers: [unlisted] };
  Aspects.of(app).add(new HIPAASecurityChecks(props));
  Aspects.of(app).add(new NIST80053R5Checks(props));
  app.synth();
  const lines = fs.readdirSync(outdir)
    .filter((it) => it.endsWith('-NagReport.csv'))
    .flatMap((it) => fs.readFileSync(path.join(outdir, it), 'utf8').trim().split('\n').slice(1).map(fields));
  fs.rmSync(outdir, { recursive: true });
  const pairs = new Set(lines.map(([rule, resource]) => `${rule} ${resource}`)).size;
  const resources = Object.keys(JSON.parse(fs.readFileSync(file, 'utf8')).Resources).length;
  if (pairs + unlisted.count !== resources * (90 + 85)) {
    throw new Error(`${file}: ${pairs} listed and ${unlisted.count} not applicable of ${resources} resources`);
  }
  return lines;
}

/** One line for each rule and word: the resources that have it. */
function rows(name, lines) {
  const ids = new Map();
  for (const [rule, resource, compliance] of lines) {
    const key = [name, rule, compliance].join('\t');
    ids.set(key, (ids.get(key) || new Set()).add(resource.split('/').pop()));
  }
  return [...ids].map(([key, set]) => `${key}\t${[...set].sort().join(' ')}`).sort();
}

console.log(`# ${['cdk-nag', 'aws-cdk-lib', 'constructs'].map(version).join(', ')}`);
console.log('# template, SHA-256; then template, rule, what the report says, resources. What is not listed is N/A.');
console.log('# rule, level, info.');
const rules = new Set();
const files = process.argv.slice(2).flatMap((folder) => fs.readdirSync(folder).sort().map((it) => path.join(folder, it)));
for (const file of files) {
  const name = path.basename(file, '.json');
  console.log(`${name}\t${crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex')}`);
  const lines = report(name, file);
  for (const row of rows(name, lines)) console.log(row);
  for (const [rule, , , , level, info] of lines) rules.add([rule, level, info].join('\t'));
}
for (const rule of [...rules].sort()) console.log(rule);
