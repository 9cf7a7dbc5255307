// Checks a folder of Bicep files, infra-bicep when none is named. Ends with 1 when there is a fault.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OLDER } from './src/older-versions.mjs';
import { Project } from './src/project.mjs';
import { readSchemas } from './src/schemas.mjs';

const here = new URL('./', import.meta.url);
const folder = process.argv[2] ?? fileURLToPath(new URL('../', here));
const files = new Map(
  readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => !path.startsWith('check/') && /\.(bicep|bicepparam|json)$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
);
const schemas = readSchemas([new URL('schemas/', here), new URL('schemas/by-hand/', here)]);
const project = new Project(files, schemas, OLDER);
const { faults, notChecked } = project.check();

notChecked.forEach((line) => console.log(`not checked: ${line}`));
faults.forEach((line) => console.error(line));
console.log(
  `${project.counted('resource').length} resources, ${project.counted('module').length} modules: ` +
    `${faults.length} faults, ${notChecked.length} values not checked`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
