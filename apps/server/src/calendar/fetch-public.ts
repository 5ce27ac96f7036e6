import { lookup } from 'node:dns/promises';
import { get } from 'node:https';
import { isIP } from 'node:net';
import { type Download, download, type Limits } from './download.ts';
import { addressOf, isPublic } from './public-address.ts';

/** What came back from an address somebody typed in, or in one word why nothing did. */
export type Fetched = { kind: 'text'; text: string } | { kind: 'trouble'; why: FetchTrouble };
type FetchTrouble = 'address-refused' | Extract<Download, { kind: 'trouble' }>['why'];

export type FetchText = (address: string) => Promise<Fetched>;

/** The two ways to the network, so that a test can stand in for them. */
export type Network = {
  resolve(host: string): Promise<readonly string[]>;
  download(url: URL, ip: string, limits: Limits): Promise<Download>;
};

const limits = { bytes: 2_000_000, ms: 15_000 };
const mostMoves = 3;

/**
 * Reads an address that a person of a clinic typed in. Only https to a public place: every number behind the name must be public,
 * the connection goes to one that was checked, and wherever we are sent on to is judged in the same way.
 */
export function fetchPublic(network: Network = internet): FetchText {
  return async (address) => {
    let url = addressOf(address);
    for (let moves = 0; moves <= mostMoves; moves += 1) {
      if (!url) return { kind: 'trouble', why: 'address-refused' };
      const answer = await ask(network, url);
      if (answer.kind !== 'moved') return answer;
      url = addressOf(URL.parse(answer.to, url.href)?.href ?? '');
    }
    return { kind: 'trouble', why: 'unreachable' };
  };
}

async function ask(network: Network, url: URL): Promise<Fetched | Extract<Download, { kind: 'moved' }>> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const ips = isIP(host) ? [host] : await network.resolve(host).catch(() => []);
  const [ip] = ips;
  if (ip === undefined) return { kind: 'trouble', why: 'unreachable' };
  if (!ips.every(isPublic)) return { kind: 'trouble', why: 'address-refused' };
  return network.download(url, ip, limits);
}

const internet: Network = {
  async resolve(host) {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  },
  download: (url, ip, most) => download(get, url, ip, most),
};
