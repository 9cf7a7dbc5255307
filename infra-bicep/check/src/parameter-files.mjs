import { conform } from './conformance.mjs';
import { declared } from './declarations.mjs';
import { parametersType } from './modules.mjs';
import { objectOfLater, valuesOf } from './values.mjs';

/** A parameter file gives what the file declares that it is for. */
export function checkParameterFile(model, project) {
  const scope = project.scopeOf(model);
  const top = model.source.root;
  if (!model.using) {
    scope.fault(top, 'a parameter file says by `using` what it is for');
    return;
  }
  const target = project.modelAt(model.source, model.using.path);
  if (!target) {
    scope.fault(model.using.node, `there is no file ${model.using.path}`);
    return;
  }
  const entries = entriesOf(model, scope);
  const [given] = objectOfLater(entries, model.using.node, scope);
  conform([given], parametersType(target, project), model.using.path);
}

/** What a parameter file gives to a file, once if it is for that one. */
export function givenByFile(model, target, project) {
  const isFor = model.using && project.modelAt(model.source, model.using.path) === target;
  return isFor ? [entriesOf(model, project.scopeOf(model))] : [];
}

function entriesOf(model, scope) {
  const entries = new Map();
  for (const assignment of declared(model, 'assignment')) {
    const later = () => valuesOf(assignment.value, scope);
    later.key = assignment.nameNode;
    entries.set(assignment.name, later);
  }
  return entries;
}
