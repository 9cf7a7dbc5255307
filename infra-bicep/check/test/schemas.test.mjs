import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CHECK = fileURLToPath(new URL('../check.mjs', import.meta.url));

function run(text) {
  const folder = mkdtempSync(join(tmpdir(), 'bicep-check-'));
  try {
    writeFileSync(join(folder, 'main.bicep'), text);
    return spawnSync(process.execPath, [CHECK, folder], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TOPIC = `resource topic 'Microsoft.EventGrid/topics@2025-02-15' = {
  name: 'altinn-events'
  location: resourceGroup().location
  properties: {
    inputSchema: 'CloudEventSchemaV1_0'
  }
}
`;

test("the command ends with 0 for what Azure's schemas take", () => {
  const { status, stdout } = run(TOPIC);
  assert.equal(status, 0);
  assert.match(stdout, /1 resources, 0 modules: 0 faults, 0 values not checked/);
});

test("the command ends with 1 and tells what Azure's schemas refuse", () => {
  const { status, stderr } = run(TOPIC.replace('CloudEventSchemaV1_0', 'CloudEvents'));
  assert.equal(status, 1);
  assert.match(
    stderr,
    /main\.bicep:5:18: topic\.properties\.inputSchema is one of .*, not CloudEvents/,
  );
});

test('the schemas that are written by hand are asked, too', () => {
  const { status, stderr } = run(`resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'zone'
  kind: 'private'
}
`);
  assert.equal(status, 1);
  assert.match(stderr, /main\.bicep:3:3: zone has no property kind/);
});
