// Keeps of synthesized templates what a rule can see: no metadata, no outputs, no bodies of dashboards.
// CfnInclude does not know Fn::GetStackOutput; no rule tells it from Fn::ImportValue.
// Usage: node compact.js <cloud assembly> <folder of templates>
const fs = require('fs');
const path = require('path');
const { read, write } = require('./included');

const known = (key, it) => (it && it['Fn::GetStackOutput'] ? { 'Fn::ImportValue': 'Output' } : it);

const [assembly, out] = process.argv.slice(2);
for (const file of fs.readdirSync(assembly).filter((it) => it.endsWith('.template.json'))) {
  const { Description, Outputs, Rules, Parameters, Resources, ...head } = read(path.join(assembly, file), known);
  const { BootstrapVersion, ...parameters } = Parameters || {};
  for (const resource of Object.values(Resources)) {
    delete resource.Metadata;
    if (resource.Type === 'AWS::CloudWatch::Dashboard') resource.Properties.DashboardBody = '{}';
  }
  write(path.join(out, file.replace('.template', '')), { ...head, Parameters: parameters }, Resources);
}
