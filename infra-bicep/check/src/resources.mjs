import { conform } from './conformance.mjs';
import { declared } from './declarations.mjs';
import { textOf } from './nodes.mjs';
import { unwrap } from './scope.mjs';
import { valuesOf } from './values.mjs';

/** Bicep's own properties of every resource. */
const BICEPS = new Set(['parent', 'scope', 'dependsOn']);

/** Each resource is what Azure's schema of its type takes, in the schema's version. */
export function checkResources(model, project) {
  for (const resource of declared(model, 'resource')) {
    checkResource(resource, project.scopeOf(model), project);
  }
}

function checkResource(resource, fileScope, project) {
  const schema = project.schemas.get(resource.type);
  if (!schema) {
    fileScope.fault(
      resource.typeNode,
      `there is no schema of ${resource.type}: renew-schemas fetches it`,
    );
    return;
  }
  const expected = project.older.get(resource.type) ?? schema.version;
  if (resource.version !== expected) {
    fileScope.fault(
      resource.typeNode,
      `the version of ${resource.type} is ${expected}, not ${resource.version}`,
    );
  }
  const { object, scope } = unwrap(resource.body, fileScope);
  const [body] = valuesOf(object, scope);
  if (body.is !== 'object') {
    scope.fault(object, `${resource.name} is an object`);
    return;
  }
  checkName(resource, body);
  if (resource.existing) {
    checkExisting(resource, body);
  } else {
    conform([body], schema.body, resource.name, BICEPS);
  }
}

function checkExisting(resource, { entries, scope }) {
  for (const [name, later] of entries) {
    if (name !== 'name' && !BICEPS.has(name)) {
      scope.fault(later.key, `${resource.name} is there already: ${name} cannot be set`);
    }
  }
}

/** A child is named below its parent, or by the whole path. */
function checkName(resource, { entries, node, scope }) {
  const name = entries.get('name');
  if (!name) {
    scope.fault(node, `${resource.name} lacks name`);
    return;
  }
  const parent = entries.get('parent');
  if (parent) {
    checkParent(resource, parent, scope);
  }
  const wanted = parent ? 1 : resource.type.split('/').length - 1;
  for (const value of name().filter((one) => one.node.type === 'string')) {
    const parts = textOf(value.node)
      .replaceAll(/\$\{[^}]*\}/g, '')
      .split('/').length;
    if (parts !== wanted) {
      scope.fault(
        value.node,
        `the name of ${resource.name} wants ${wanted} part${wanted > 1 ? 's' : ''}, not ${parts}`,
      );
    }
  }
}

function checkParent(resource, later, scope) {
  const wanted = resource.type.slice(0, resource.type.lastIndexOf('/'));
  for (const value of later()) {
    const declaration = value.is === 'symbol' ? value.declaration : null;
    if (declaration?.type !== wanted) {
      scope.fault(
        value.node,
        `the parent of ${resource.name} is a ${wanted}, not ${declaration?.type ?? value.node.text}`,
      );
    }
  }
}
