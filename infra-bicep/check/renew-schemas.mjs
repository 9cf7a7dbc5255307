// Fetches Azure's schemas anew for the types that the Bicep files use, with Azure's own tool, which
// carries them: npm run renew-schemas [-- path of azmcp]. What is not in it stands in schemas/by-hand.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const TOOL = '@azure/mcp@2.0.5';
const schemas = new URL('schemas/', import.meta.url);
const infra = new URL('../', import.meta.url);

for (const old of readdirSync(schemas).filter((name) => name.endsWith('.json'))) {
  rmSync(new URL(old, schemas));
}
for (const type of usedTypes()) {
  const file = `${type.replaceAll('/', '.')}.json`;
  if (!existsSync(new URL(`by-hand/${file}`, schemas))) {
    writeFileSync(
      new URL(file, schemas),
      `${JSON.stringify(trimmed(type, fetched(type)), null, 1)}\n`,
    );
  }
}

function usedTypes() {
  const texts = readdirSync(infra, { recursive: true })
    .filter((path) => path.endsWith('.bicep') && !path.startsWith('check/'))
    .map((path) => readFileSync(new URL(path, infra), 'utf8'));
  const types = texts.flatMap((text) =>
    [...text.matchAll(/^resource \w+ '([^@']+)@/gm)].map((match) => match[1]),
  );
  return [...new Set(types)].sort();
}

function fetched(type) {
  const [program, first] = process.argv[2] ? [process.argv[2], []] : ['npx', ['--yes', TOOL]];
  const answer = JSON.parse(
    execFileSync(program, [...first, 'bicepschema', 'get', '--resource-type', type], {
      encoding: 'utf8',
    }),
  );
  return answer.results.BicepSchemaResult;
}

/** Without descriptions, without functions, without what no property leads to. */
function trimmed(name, elements) {
  const resource = elements.find((element) => element.$type === 'Resource');
  const known = new Map(
    elements
      .filter((element) => element.$type.endsWith('Object'))
      .map((element) => [element.name, element]),
  );
  const types = {};
  const body = { ...resource.bodyType, name: `${name} body` };
  add(body);
  return { name, version: resource.name.split('@')[1], body: body.name, types };

  function add(element) {
    if (types[element.name]) {
      return;
    }
    const all = element.properties ?? element.baseProperties ?? [];
    types[element.name] = { properties: propertiesOf(all) };
    if (element.additionalPropertiesType) {
      types[element.name].additional = element.additionalPropertiesType;
      follow(element.additionalPropertiesType);
    }
    all.forEach((property) => follow(property.type));
    if (element.discriminator) {
      types[element.name].discriminator = element.discriminator;
      types[element.name].cases = {};
      for (const one of element.elements) {
        const value = one.properties.find(
          (property) => property.name === element.discriminator,
        ).type;
        types[element.name].cases[value] = propertiesOf(one.properties);
        one.properties.forEach((property) => follow(property.type));
      }
    }
  }

  function follow(type) {
    const element = known.get(type.replace(/(\[\])+$/, ''));
    if (element) {
      add(element);
    }
  }
}

function propertiesOf(properties) {
  return Object.fromEntries(properties.map((property) => [property.name, propertyOf(property)]));
}

function propertyOf({ type, flags = '', modifiers = '' }) {
  const rules = {
    ...(flags.includes('Required') && { required: true }),
    ...(flags.includes('ReadOnly') && { readOnly: true }),
    ...rulesOf(modifiers),
  };
  return Object.keys(rules).length ? { type, ...rules } : type;
}

/** `minLength: 3, maxLength: 24, pattern: ^[a-z0-9]+$`: the pattern is last and may have commas. */
function rulesOf(modifiers) {
  const [limits, pattern] = modifiers.split('pattern: ');
  const rules = Object.fromEntries(
    [...limits.matchAll(/(m\w+): (-?\d+)/g)].map(([, name, limit]) => [name, Number(limit)]),
  );
  return pattern ? { ...rules, pattern } : rules;
}
