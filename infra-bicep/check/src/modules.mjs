import { conform } from './conformance.mjs';
import { declared } from './declarations.mjs';
import { unwrap } from './scope.mjs';
import { declaredType } from './types.mjs';
import { valuesOf } from './values.mjs';

/** Each module is there and is given what it declares; outputs and defaults are of their types. */
export function checkModules(model, project) {
  const scope = project.scopeOf(model);
  for (const module of declared(model, 'module')) {
    const target = project.moduleOf(module, model);
    if (target) {
      const { object, scope: inner } = unwrap(module.body, scope);
      conform(valuesOf(object, inner), moduleType(target, project), module.name);
    } else {
      scope.fault(module.pathNode, `there is no file ${module.path}`);
    }
  }
  for (const output of model.outputs.values()) {
    conform(
      valuesOf(output.value, scope),
      declaredType(output, model, project.report),
      `output ${output.name}`,
    );
  }
  for (const parameter of declared(model, 'parameter')) {
    if (parameter.value) {
      const type = declaredType(parameter, model, project.report);
      conform(valuesOf(parameter.value, scope), type, parameter.name);
    }
  }
}

/** What the modules of a file give to another one; what cannot be followed gives nothing. */
export function givenByModules(model, target, project) {
  const modules = [...declared(model, 'module')].filter(
    (module) => project.moduleOf(module, model) === target,
  );
  return modules.map((module) => {
    const { object, scope } = unwrap(module.body, project.scopeOf(model));
    const params = valuesOf(object, scope).flatMap(
      (value) => value.entries?.get('params')?.() ?? [],
    );
    return new Map(params.flatMap((value) => [...(value.entries ?? [])]));
  });
}

/** What a file wants to be given, as a type. */
export function parametersType(target, project) {
  const properties = new Map();
  for (const parameter of declared(target, 'parameter')) {
    const type = declaredType(parameter, target, project.report);
    properties.set(parameter.name, {
      required: !parameter.value && !type.nullable,
      readOnly: false,
      type: () => type,
    });
  }
  return { kind: 'object', properties, additional: null };
}

function moduleType(target, project) {
  const parameters = parametersType(target, project);
  const any = { required: false, readOnly: false, type: () => ({ kind: 'any' }) };
  const params = {
    required: [...parameters.properties.values()].some((parameter) => parameter.required),
    readOnly: false,
    type: () => parameters,
  };
  const properties = new Map(['name', 'scope', 'dependsOn', 'identity'].map((name) => [name, any]));
  return { kind: 'object', properties: properties.set('params', params), additional: null };
}
