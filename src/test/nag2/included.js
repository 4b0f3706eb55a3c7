// Reads, writes and loads templates; loaded as in the test: typed by CfnInclude, or untyped if it says that it is raw.
const fs = require('fs');
const { App, CfnCondition, CfnParameter, CfnResource, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');

const RAW = 'Raw';

function read(file, reviver) {
  return JSON.parse(fs.readFileSync(file, 'utf8'), reviver);
}

/** One resource a line, so that a change reads well. */
function write(file, head, resources) {
  const lines = Object.entries(resources).map(([id, it]) => `${JSON.stringify(id)}:${JSON.stringify(it)}`);
  const start = JSON.stringify({ ...head, Resources: {} }).slice(0, -2);
  fs.writeFileSync(file, `${start}\n${lines.join(',\n')}\n}}\n`);
}

/** Adds a stack with the template in a file; the logical id is the last part of each path. */
function include(app, name, file) {
  const stack = new Stack(app, name);
  const template = read(file);
  if (template.Description !== RAW) {
    new CfnInclude(stack, 'T', { templateFile: file });
    return;
  }
  for (const [id, resource] of Object.entries(template.Resources)) {
    new CfnResource(stack, id, { type: resource.Type, properties: resource.Properties });
  }
}

module.exports = { RAW, include, read, write };
