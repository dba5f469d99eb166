import { ArticleHeader } from './entries/article-header.ts';
import { type Entry, parseYaml } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import { readSources, stemOf } from './registry-file.ts';

/** Something the firm wrote down for those who answer customers. */
export interface Article {
  name: string;
  header: Entry<ArticleHeader>;
  /** Markdown, without the header. */
  text: string;
}

const ending = '.md';
const form = /^---\n(?<yaml>[\s\S]*?\n)---\n(?<text>[\s\S]*\S[\s\S]*)$/;

/** All articles by their names, which are those of their files. */
export function readArticles(folder: string, problems: Problems): ReadonlyMap<string, Article> {
  const articles = new Map<string, Article>();
  for (const source of readSources(folder, { part: 'knowledge', ending, problems })) {
    const { yaml, text } = form.exec(source.text)?.groups ?? {};
    if (yaml === undefined || text === undefined) {
      problems.add(source.file, "must be front matter between two lines '---', then the text");
      continue;
    }
    const header = parseYaml({ file: source.file, text: yaml, firstLine: 2 }, { schema: ArticleHeader, problems });
    const name = stemOf(source.file, ending);
    if (header) articles.set(name, { name, header, text });
  }
  return articles;
}
