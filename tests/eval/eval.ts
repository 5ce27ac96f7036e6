import { parseArgs } from 'node:util';
import { evaluate, kinds, setsOf } from './kinds.ts';
import { compare, kindsWithModel, noKey, tableOf } from './model/compare.ts';
import type { Score } from './score.ts';

const help = `npm run eval [-- KIND …] [-- --fails] [-- --json]

Measures how well the product understands and speaks, by rules alone unless a model is named: no network, no database.
  KIND      one of ${kinds.join(', ')}; all of them if none is named
  --set X   only sets whose name contains X
  --fails   also lists what was read wrongly
  --json    figures for programs
  --model claude  scores messages and dialogues with Claude beside the rules: what it costs, and how long it takes.
            Needs ANTHROPIC_API_KEY (and may take ANTHROPIC_BASE_URL, GLOWBOT_MODEL_UNDERSTAND, GLOWBOT_MODEL_WORD).
  --cache FOLDER  where its answers are kept, so that asking again costs nothing (.glowbot/eval)
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      set: { type: 'string', default: '' },
      fails: { type: 'boolean' },
      json: { type: 'boolean' },
      model: { type: 'string' },
      cache: { type: 'string', default: '.glowbot/eval' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const unknown = positionals.find((kind) => !kinds.includes(kind));
  if (unknown !== undefined) {
    process.stderr.write(`There is no kind '${unknown}': name ${kinds.join(', ')} or nothing.\n`);
    return 2;
  }
  if (values.model !== undefined) return withModel(values.model, positionals, values);
  const wanted = positionals.length > 0 ? positionals : kinds;
  const results: { set: string; score: Score }[] = [];
  for (const kind of wanted) {
    for (const set of setsOf(kind)) {
      if (set.includes(values.set)) results.push({ set, score: await evaluate(kind, set) });
    }
  }
  if (values.json) {
    const figures = results.map(({ set, score }) => [set, { ...score.figures, byTag: byTag(score) }]);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(figures))}\n`);
  } else for (const { set, score } of results) print(set, score, values.fails ?? false);
  return 0;
}

async function withModel(
  name: string,
  asked: readonly string[],
  { set, cache, json }: { set: string; cache: string; json?: boolean | undefined },
): Promise<number> {
  const complain = (why: string) => {
    process.stderr.write(`${why}\n`);
    return 2;
  };
  if (name !== 'claude') return complain(`There is no model '${name}': the one that is known is 'claude'.`);
  if (!process.env['ANTHROPIC_API_KEY']) return complain(noKey);
  const chosen = asked.length > 0 ? asked : kindsWithModel;
  const alone = chosen.find((kind) => !kindsWithModel.includes(kind));
  if (alone !== undefined)
    return complain(`No model takes part in '${alone}': ${kindsWithModel.join(', ')}.`);
  const comparison = await compare(process.env, { kinds: chosen, set, folder: cache });
  process.stdout.write(json ? `${JSON.stringify(comparison)}\n` : tableOf(comparison));
  return 0;
}

/** Right and all, the weakest tags first. */
function byTag({ judged }: Score): Record<string, [right: number, all: number]> {
  const tags = new Map<string, [number, number]>();
  for (const { tags: own, isRight } of judged) {
    for (const tag of own) {
      const [right, all] = tags.get(tag) ?? [0, 0];
      tags.set(tag, [right + (isRight ? 1 : 0), all + 1]);
    }
  }
  return Object.fromEntries([...tags].toSorted(([, a], [, b]) => a[0] / a[1] - b[0] / b[1]));
}

const columns = 4;
const width = 26;

function print(set: string, score: Score, showsFails: boolean): void {
  const say = (text = '') => process.stdout.write(`${text}\n`);
  say(`\n${set} (${score.judged.length} items)`);
  for (const [name, value] of Object.entries(score.figures)) say(`  ${name.padEnd(24)} ${value ?? '–'}`);
  const tags = Object.entries(byTag(score)).map(([tag, [right, all]]) =>
    `${tag} ${right}/${all}`.padEnd(width),
  );
  for (let at = 0; at < tags.length; at += columns)
    say(
      `  ${tags
        .slice(at, at + columns)
        .join('')
        .trimEnd()}`,
    );
  if (!showsFails) return;
  for (const { id, faults } of score.judged) for (const fault of faults) say(`  ${id} ${fault}`);
}

process.exitCode = await main();
