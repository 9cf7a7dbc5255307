import { DECORATORS, FOLLOWED, RESULTS } from './functions.mjs';
import { argumentsOf, firstOf, lastOf, partsOf } from './nodes.mjs';
import { inLambda, inLoop, loopOf } from './scope.mjs';
import { valuesOf } from './values.mjs';

const NAMESPACES = new Set(['az', 'sys']);
const MAY_BE_UNUSED = new Set(['module', 'type', 'function', 'assignment']);

/** Every name that is used is declared, every property that is read is there, nothing is unused. */
export function checkSymbols(model, project) {
  const scope = project.scopeOf(model);
  for (const child of partsOf(model.source.root)) {
    visitDeclaration(child, scope);
  }
  for (const { kind, name, nameNode, existing } of model.symbols.values()) {
    const matters = kind === 'resource' ? existing : !MAY_BE_UNUSED.has(kind);
    if (matters && !model.used.has(name)) {
      scope.fault(nameNode, `${name} is used nowhere`);
    }
  }
}

function visitDeclaration(node, scope) {
  switch (node.type) {
    case 'decorators':
      partsOf(node).forEach((decorator) => visitDecorator(decorator, scope));
      break;
    case 'parameter_declaration':
    case 'output_declaration':
      partsOf(node)
        .slice(2)
        .forEach((value) => visit(value, scope));
      break;
    case 'variable_declaration':
    case 'resource_declaration':
    case 'module_declaration':
      visit(lastOf(node), scope);
      break;
    case 'user_defined_function':
      scope.unchecked(node, 'functions of a file are not followed');
      break;
    default:
      break;
  }
}

function visitDecorator(decorator, scope) {
  const call = firstOf(decorator);
  const name = call.childForFieldName('function')?.text.replace(/^sys\./, '');
  if (!DECORATORS.has(name)) {
    scope.fault(decorator, `there is no decorator ${name}`);
  }
  argumentsOf(call).forEach((value) => visit(value, scope));
}

function visit(node, scope) {
  const visitor = VISITORS[node.type];
  if (visitor) {
    visitor(node, scope);
  } else {
    partsOf(node).forEach((child) => visit(child, scope));
  }
}

const VISITORS = {
  identifier(node, scope) {
    if (!scope.find(node.text)) {
      scope.fault(node, `${node.text} is declared nowhere`);
    }
    scope.model.used.add(node.text);
  },
  primitive_type(node, scope) {
    scope.fault(node, `${node.text} is a type, not a value`);
  },
  object_property(node, scope) {
    const [key, value] = [firstOf(node), lastOf(node)];
    if (key.type === 'string') {
      visit(key, scope);
    }
    visit(value, scope);
  },
  object(node, scope) {
    const seen = new Set();
    for (const property of partsOf(node)) {
      const key = property.type === 'object_property' ? firstOf(property) : null;
      if (key && seen.has(key.text)) {
        scope.fault(key, `${key.text} is there twice`);
      }
      seen.add(key?.text);
      visit(property, scope);
    }
  },
  member_expression(node, scope) {
    const object = node.childForFieldName('object');
    if (!NAMESPACES.has(object.text)) {
      visit(object, scope);
      // Whoever reads it is told what is not there.
      valuesOf(node, scope);
    }
  },
  call_expression(node, scope) {
    const called = node.childForFieldName('function');
    const name = called.text.replace(/^(az|sys)\./, '');
    if (called.type === 'identifier' || name !== called.text) {
      if (
        !RESULTS.has(name) &&
        !FOLLOWED.has(name) &&
        scope.model.symbols.get(name)?.kind !== 'function'
      ) {
        scope.fault(called, `there is no function ${name}`);
      }
    } else if (called.type === 'member_expression') {
      visit(called.childForFieldName('object'), scope);
    }
    for (const argument of argumentsOf(node)) {
      if (argument.type === 'lambda_expression') {
        visit(lastOf(argument), inLambda(argument, node, scope));
      } else {
        visit(argument, scope);
      }
    }
  },
  for_statement(node, scope) {
    const { list, body } = loopOf(node);
    visit(list, scope);
    visit(body, inLoop(node, scope));
  },
};
