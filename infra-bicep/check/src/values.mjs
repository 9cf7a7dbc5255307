import { valuesOfCall } from './calls.mjs';
import { elementsOf, memberOf } from './members.mjs';
import { firstOf, keyOf, lastOf, partsOf, textOf } from './nodes.mjs';
import { inLoop, loopOf, unwrap } from './scope.mjs';
import { BOOL, INT, STRING, declaredType } from './types.mjs';

/** Texts that more ways than these lead to are only known to be texts. */
const WAYS = 64;

/**
 * What an expression may be: one value for each way that it can turn out. A value is
 * `{is: 'text' | 'number' | 'boolean' | 'null', literal}`,
 * `{is: 'object', entries: Map of name to later, computed: later[], others: values, open}`,
 * `{is: 'array', items: later[]}`, `{is: 'typed', type}` where only its type is known,
 * `{is: 'symbol', declaration}` or `{is: 'unknown', reason}`; `later` is a function that gives
 * values. An `open` object may have entries that are not known. Each value has the node and scope
 * that it was written in.
 */
export function valuesOf(node, scope) {
  const read = READERS[node.type];
  return read ? read(node, scope) : unknown(node, scope, `${node.type} is not followed`);
}

export const typed = (type, node, scope) => [{ is: 'typed', type, node, scope }];

export const unknown = (node, scope, reason) => [{ is: 'unknown', reason, node, scope }];

export const literal = (is, literal, node, scope) => [{ is, literal, node, scope }];

export const arrayOfLater = (items, node, scope) => [{ is: 'array', items, node, scope }];

export function objectOfLater(entries, node, scope, { computed = [], others = [] } = {}) {
  const open = computed.length > 0 || others.length > 0;
  return [{ is: 'object', entries, computed, others, open, node, scope }];
}

const READERS = {
  string: valuesOfText,
  number: (node, scope) => literal('number', Number(node.text), node, scope),
  boolean: (node, scope) => literal('boolean', node.text === 'true', node, scope),
  null: (node, scope) => literal('null', null, node, scope),
  object: valuesOfObject,
  array(node, scope) {
    return arrayOfLater(
      partsOf(node).map((item) => () => valuesOf(item, scope)),
      node,
      scope,
    );
  },
  for_statement(node, scope) {
    const { object, scope: inner } = unwrap(loopOf(node).body, inLoop(node, scope));
    return arrayOfLater([() => valuesOf(object, inner)], node, scope);
  },
  parenthesized_expression: (node, scope) => valuesOf(firstOf(node), scope),
  ternary_expression: valuesOfChoice,
  binary_expression(node, scope) {
    const operator = node.childForFieldName('operator').text;
    if (operator === '??') {
      return ['left', 'right'].flatMap((side) => valuesOf(node.childForFieldName(side), scope));
    }
    return typed('+-*/%'.includes(operator) ? INT : BOOL, node, scope);
  },
  unary_expression(node, scope) {
    const argument = node.childForFieldName('argument');
    if (node.childForFieldName('operator').text === '!') {
      return typed(BOOL, node, scope);
    }
    return argument.type === 'number'
      ? literal('number', -Number(argument.text), node, scope)
      : typed(INT, node, scope);
  },
  identifier: valuesOfName,
  member_expression(node, scope) {
    const name = node.childForFieldName('property').text;
    return memberOf(valuesOf(node.childForFieldName('object'), scope), name, node, scope);
  },
  subscript_expression: valuesOfSubscript,
  call_expression: valuesOfCall,
};

/** Every text that it may be, put together from what is interpolated. */
function valuesOfText(node, scope) {
  const raw = textOf(node);
  const start = node.startIndex + node.text.indexOf(raw);
  let ways = [''];
  let end = 0;
  for (const part of partsOf(node).filter((child) => child.type === 'interpolation')) {
    const between = raw.slice(end, part.startIndex - start);
    const values = valuesOf(firstOf(part), scope);
    ways = ways.flatMap((way) => values.map((value) => way + between + value.literal));
    if (values.some((value) => !['text', 'number'].includes(value.is)) || ways.length > WAYS) {
      return typed(STRING, node, scope);
    }
    end = part.endIndex - start;
  }
  return ways.flatMap((way) => literal('text', way + raw.slice(end), node, scope));
}

function valuesOfObject(node, scope) {
  const entries = new Map();
  const computed = [];
  for (const property of partsOf(node).filter((child) => child.type === 'object_property')) {
    const later = () => valuesOf(lastOf(property), scope);
    later.key = firstOf(property);
    if (partsOf(later.key).some((child) => child.type === 'interpolation')) {
      computed.push(later);
    } else {
      entries.set(keyOf(property), later);
    }
  }
  return objectOfLater(entries, node, scope, { computed });
}

/** In `empty(name) ? … : name` the name is not empty where it is used. */
function valuesOfChoice(node, scope) {
  const test = node.childForFieldName('condition').text;
  const filled = (side, condition) => {
    const branch = node.childForFieldName(side);
    const values = valuesOf(branch, scope);
    return test === condition(branch.text)
      ? values.filter((value) => value.literal !== '')
      : values;
  };
  return [
    ...filled('consequence', (name) => `!empty(${name})`),
    ...filled('alternative', (name) => `empty(${name})`),
  ];
}

function valuesOfName(node, scope) {
  const found = scope.find(node.text);
  switch (found?.kind) {
    case 'binding':
      if (found.isIndex) {
        return typed(INT, node, scope);
      }
      return found.elementsOf
        ? elementsOf(valuesOf(found.elementsOf.node, found.elementsOf.scope), node, scope)
        : unknown(node, scope, `what ${node.text} stands for is not followed`);
    case 'variable':
    case 'parameter':
      return onceAtATime(found, node, scope);
    case 'resource':
    case 'module':
      return [{ is: 'symbol', declaration: found, node, scope }];
    default:
      return unknown(node, scope, `${node.text} is not followed`);
  }
}

/** What is made of itself is nothing that could be followed. */
function onceAtATime(declaration, node, scope) {
  const { following } = scope.project;
  if (following.has(declaration)) {
    scope.fault(node, `${declaration.name} is made of itself`);
    return unknown(node, scope, `${declaration.name} is made of itself`);
  }
  following.add(declaration);
  try {
    return declaration.kind === 'variable'
      ? valuesOf(declaration.value, scope.project.scopeOf(scope.model))
      : valuesOfParameter(declaration, node, scope);
  } finally {
    following.delete(declaration);
  }
}

/** What the modules and parameter files that use the file give, or else whatever it allows. */
function valuesOfParameter(parameter, node, scope) {
  const type = declaredType(parameter, scope.model, scope.report);
  const given = scope.project.given(scope.model).map((entries) => entries.get(parameter.name));
  if (given.length > 0) {
    return given.flatMap((later) => later?.() ?? defaultOf(parameter, type, node, scope));
  }
  return type.values
    ? type.values.flatMap((value) =>
        literal(typeof value === 'number' ? 'number' : 'text', value, node, scope),
      )
    : typed(type, node, scope);
}

function defaultOf(parameter, type, node, scope) {
  const fileScope = scope.project.scopeOf(scope.model);
  return parameter.value ? valuesOf(parameter.value, fileScope) : typed(type, node, scope);
}

function valuesOfSubscript(node, scope) {
  const index = node.childForFieldName('index');
  return valuesOf(node.childForFieldName('object'), scope).flatMap((value) => {
    if (value.is === 'symbol') {
      return [value];
    }
    return index.type === 'string'
      ? memberOf([value], textOf(index), node, scope)
      : elementsOf([value], node, scope);
  });
}
