import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Secrets of a demo on this machine. Made once and kept, so that a restart meets the same accounts. */
const DemoSecrets = z.object({
  masterKey: z.string(),
  facebookAppSecret: z.string(),
  facebookVerifyToken: z.string(),
  pageAccessToken: z.string(),
  zaloAppSecret: z.string(),
  zaloOaSecret: z.string(),
  oaAccessToken: z.string(),
  oaRefreshToken: z.string(),
  accessToken: z.string().optional(),
});
export type DemoSecrets = z.infer<typeof DemoSecrets>;

const fileOf = (dataFolder: string) => path.join(dataFolder, 'demo-secrets.json');

export function loadDemoSecrets(dataFolder: string): DemoSecrets {
  let text: string;
  try {
    text = readFileSync(fileOf(dataFolder), 'utf8');
  } catch {
    const secret = () => randomBytes(24).toString('base64url');
    const secrets = {
      masterKey: randomBytes(32).toString('base64'),
      facebookAppSecret: secret(),
      facebookVerifyToken: secret(),
      pageAccessToken: secret(),
      zaloAppSecret: secret(),
      zaloOaSecret: secret(),
      oaAccessToken: secret(),
      oaRefreshToken: secret(),
    };
    saveDemoSecrets(dataFolder, secrets);
    return secrets;
  }
  return DemoSecrets.parse(JSON.parse(text));
}

/** Written beside and renamed, so that a crash leaves the old file or the new one, never half of one. */
export function saveDemoSecrets(dataFolder: string, secrets: DemoSecrets): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = fileOf(dataFolder);
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
