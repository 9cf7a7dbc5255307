/** The named parts of a syntax node; comments may stand anywhere and are none. */
export function partsOf(node) {
  return node.namedChildren.filter((child) => !child.type.endsWith('comment'));
}

export const firstOf = (node) => partsOf(node)[0];

export const lastOf = (node) => partsOf(node).at(-1);

/** The text between the quotes; what is interpolated stands in it as it is written. */
export function textOf(string) {
  return string.text.replace(/^'+|'+$/g, '');
}

/** The name that a property of an object or type has; interpolated ones are as they are written. */
export function keyOf(property) {
  const key = firstOf(property);
  return key.type === 'string' ? textOf(key) : key.text;
}

export function argumentsOf(call) {
  const list = call.childForFieldName('arguments');
  return list ? partsOf(list) : [];
}
