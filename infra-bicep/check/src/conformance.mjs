/**
 * Reports wherever values are not of a type. `what` names the place in sentences; `elsewhere` are
 * names of the outermost properties that others check.
 */
export function conform(values, type, what, elsewhere) {
  for (const value of values) {
    check(value, type, what, elsewhere);
  }
}

function check(value, type, what, elsewhere) {
  const { node, scope } = value;
  if (type.kind === 'any') {
    return;
  }
  switch (value.is) {
    case 'unknown':
      scope.unchecked(node, `${what}: ${value.reason}`);
      break;
    case 'null':
      break;
    case 'typed':
      checkType(value, type, what);
      break;
    case 'object':
      checkObject(value, type, what, elsewhere);
      break;
    case 'array':
      if (type.kind !== 'array') {
        scope.fault(node, `${what} is ${one(type.kind)}, not an array`);
      } else {
        value.items.forEach((later) => conform(later(), type.of, `${what}[]`));
      }
      break;
    case 'symbol':
      scope.fault(node, `${what} is ${one(type.kind)}, not a ${value.declaration.kind}`);
      break;
    default:
      checkLiteral(value, type, what);
  }
}

const KINDS = { text: 'string', number: 'int', boolean: 'bool' };

function checkLiteral({ is, literal, node, scope }, type, what) {
  if (KINDS[is] !== type.kind) {
    scope.fault(node, `${what} is ${one(type.kind)}, not ${one(KINDS[is])}`);
    return;
  }
  if (type.values && !type.values.includes(literal)) {
    scope.fault(node, `${what} is one of ${type.values.join(', ')}, not ${literal}`);
  }
  if (is === 'text') {
    checkText(literal, type, what, node, scope);
  }
  if (literal < type.minValue || literal > type.maxValue) {
    scope.fault(node, `${what} is ${range(type.minValue, type.maxValue)}, not ${literal}`);
  }
}

function checkText(text, type, what, node, scope) {
  if (text.length < type.minLength || text.length > type.maxLength) {
    scope.fault(
      node,
      `${what} has ${range(type.minLength, type.maxLength)} characters, not ${text.length}`,
    );
  }
  if (type.pattern && !new RegExp(type.pattern).test(text)) {
    scope.fault(node, `${what} matches ${type.pattern}, and ${text} does not`);
  }
}

const RULES = ['pattern', 'minLength', 'maxLength', 'minValue', 'maxValue'];

function checkType({ type: actual, node, scope }, type, what) {
  if (actual.kind === 'any') {
    scope.unchecked(node, `${what}: ${node.text} may be anything`);
  } else if (actual.kind === 'array' && type.kind === 'array') {
    if (type.of.kind !== 'any' && actual.of.kind !== type.of.kind) {
      const sentence = `${what}: elements of ${node.text} are not followed`;
      const unsure = [actual.of.kind, type.of.kind].some((kind) =>
        ['any', 'choice'].includes(kind),
      );
      unsure
        ? scope.unchecked(node, sentence)
        : scope.fault(node, `${what} has elements of ${type.of.kind}, not of ${actual.of.kind}`);
    }
  } else if (actual.kind === 'object' && ['object', 'choice'].includes(type.kind)) {
    if (type.kind === 'choice' || type.properties.size > 0) {
      scope.unchecked(node, `${what}: properties of ${node.text} are not followed`);
    }
  } else if (actual.kind !== type.kind) {
    scope.fault(node, `${what} is ${one(type.kind)}, not ${one(actual.kind)}`);
  } else if (type.values && actual.values) {
    const wrong = actual.values.filter((value) => !type.values.includes(value));
    if (wrong.length > 0) {
      scope.fault(
        node,
        `${what} is one of ${type.values.join(', ')}, and ${node.text} may be ${wrong.join(', ')}`,
      );
    }
  } else if (type.values || RULES.some((rule) => type[rule] !== undefined)) {
    scope.unchecked(node, `${what}: any ${type.kind} may be in ${node.text}`);
  }
}

function checkObject(value, type, what, elsewhere) {
  const { node, scope } = value;
  if (type.kind === 'choice') {
    // Which of several it is, is said elsewhere: another of them has another discriminator.
    const rest = new Set([...(elsewhere ?? []), type.discriminator]);
    casesOf(value, type, what).forEach((one) => checkObject(value, one, what, rest));
    return;
  }
  if (type.kind !== 'object') {
    scope.fault(node, `${what} is ${one(type.kind)}, not an object`);
    return;
  }
  for (const [name, later] of value.entries) {
    if (!elsewhere?.has(name)) {
      checkEntry(name, later, value, type, what);
    }
  }
  for (const later of value.computed) {
    if (type.additional) {
      conform(later(), type.additional, `${what}[]`);
    } else {
      scope.fault(later.key, `${what} has no properties besides those that are known`);
    }
  }
  value.others.forEach((other) => check(other, type, what));
  for (const [name, property] of type.properties) {
    if (property.required && !value.entries.has(name) && !value.open && !elsewhere?.has(name)) {
      scope.fault(node, `${what} lacks ${name}`);
    }
  }
}

function checkEntry(name, later, value, type, what) {
  const place = later.key ?? value.node;
  const property = type.properties.get(name);
  if (property?.readOnly) {
    value.scope.fault(place, `${what}.${name} is Azure's to set`);
  } else if (property) {
    conform(later(), property.type(), `${what}.${name}`);
  } else if (type.additional) {
    conform(later(), type.additional, `${what}.${name}`);
  } else {
    value.scope.fault(place, `${what} has no property ${name}${meant(name, type)}`);
  }
}

function meant(name, type) {
  const near = [...type.properties.keys()].find(
    (known) => known.toLowerCase() === name.toLowerCase(),
  );
  return near ? `; ${near} is meant` : '';
}

/** The types that an object may be of by what its discriminator says. */
function casesOf(value, type, what) {
  const { node, scope } = value;
  const later = value.entries.get(type.discriminator);
  if (!later) {
    scope.fault(node, `${what} lacks ${type.discriminator}`);
    return [];
  }
  const cases = [];
  for (const said of later()) {
    if (said.is === 'text' && type.cases.has(said.literal)) {
      cases.push(type.cases.get(said.literal));
    } else if (said.is === 'text') {
      scope.fault(
        said.node,
        `${what}.${type.discriminator} is one of ${[...type.cases.keys()].join(', ')}, not ${said.literal}`,
      );
    } else {
      scope.unchecked(node, `${what}: which of ${type.discriminator} it is, is not followed`);
    }
  }
  return cases;
}

function range(least, most) {
  return most === undefined
    ? `at least ${least}`
    : least === undefined
      ? `at most ${most}`
      : `${least} to ${most}`;
}

function one(kind) {
  return kind === 'choice' ? 'an object' : `${/^[aoi]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
