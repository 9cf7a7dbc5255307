import { firstOf, lastOf, partsOf } from './nodes.mjs';

/**
 * What is no Bicep at all: what the grammar cannot read, and what it reads although Bicep does not,
 * because it takes line ends for blanks.
 */
export function checkLayout(source, report) {
  visit(source.root, (node) => {
    if (node.isError) {
      report.fault(source, node, `this cannot be read: ${firstLine(node.text)}`);
    } else if (node.isMissing) {
      report.fault(source, node, `${node.type} is missing here`);
    }
    RULES[node.type]?.(node, source, report);
  });
}

const RULES = {
  infrastructure: onePerLine,
  object: separated,
  array: separated,
  string: wellFormed,
  object_property: valueOnTheLineOfItsName,
  variable_declaration: valueOnTheLineOfItsName,
  resource_declaration: valueOnTheLineOfItsName,
  module_declaration: valueOnTheLineOfItsName,
  assignment_expression(node, source, report) {
    report.fault(source, node, 'nothing can be assigned within an expression');
  },
};

function onePerLine(root, source, report) {
  // Also a stray decorator or expression would stand between two of them.
  const children = partsOf(root);
  for (const [before, after] of neighbours(children)) {
    if (before.endPosition.row === after.startPosition.row) {
      report.fault(source, after, 'a declaration begins on a line of its own');
    }
  }
}

function separated(node, source, report) {
  const parts = node.children.filter((child) => !child.type.endsWith('comment'));
  for (const [before, after] of neighbours(parts)) {
    const bothItems = before.isNamed && after.isNamed && before.type !== 'decorators';
    if (bothItems && before.endPosition.row === after.startPosition.row) {
      report.fault(source, after, 'a comma or a new line is missing before this');
    }
  }
}

function wellFormed(node, source, report) {
  if (node.text.startsWith("'''")) {
    return;
  }
  const own = partsOf(node).reduceRight(
    (text, child) =>
      child.type === 'interpolation'
        ? text.slice(0, child.startIndex - node.startIndex) +
          text.slice(child.endIndex - node.startIndex)
        : text,
    node.text,
  );
  if (own.includes('\n')) {
    report.fault(source, node, 'a text in single quotes ends on its line');
  }
  // A brace that is lost turns what was to be interpolated into text.
  if (own.split('{').length !== own.split('}').length) {
    report.fault(source, node, 'a brace of this text has no counterpart');
  }
  const escapes = own.match(/\\(?:u\{[0-9a-fA-F]+\}|.?)/g) ?? [];
  const escape = escapes.find((found) => !/^\\(?:[\\'nrt$]|u\{)/.test(found));
  if (escape) {
    report.fault(source, node, `${escape} is no escape that Bicep knows`);
  }
}

function valueOnTheLineOfItsName(node, source, report) {
  const value = lastOf(node);
  const name = firstOf(node);
  if (value !== name && name.endPosition.row !== value.startPosition.row) {
    report.fault(source, value, 'a value begins on the line of its name');
  }
}

function visit(node, each) {
  each(node);
  for (const child of node.children) {
    visit(child, each);
  }
}

function neighbours(list) {
  return list.slice(1).map((after, i) => [list[i], after]);
}

function firstLine(text) {
  return text.split('\n')[0].slice(0, 60);
}
