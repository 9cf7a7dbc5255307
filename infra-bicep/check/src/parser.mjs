import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const grammar = fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

/** One file as a syntax tree, and where in it something stands. */
export class Source {
  constructor(path, text) {
    this.path = path;
    this.text = text;
    this.isParameterFile = path.endsWith('.bicepparam');
    // The grammar wants a type behind a parameter's name, which parameter files do not have. As
    // variables they can be read, and every position stays what it is.
    const readable = this.isParameterFile ? text.replaceAll(/^param(?= )/gm, 'var  ') : text;
    this.root = parser.parse(readable).rootNode;
  }

  place(node) {
    return `${this.path}:${node.startPosition.row + 1}:${node.startPosition.column + 1}`;
  }
}
