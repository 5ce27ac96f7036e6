const tokenName = 'glowbot.token';
const languageName = 'glowbot.language';

/**
 * What an address carries behind the `#`: an access token, once, and the open conversation.
 * @param {string} address a whole link, or only its fragment
 * @returns {{ token: string | null, conversation: string | null }}
 */
export function readFragment(address) {
  const fragment = address.includes('#') ? address.slice(address.indexOf('#') + 1) : '';
  const parameters = new URLSearchParams(fragment);
  return {
    token: tokenIn(parameters.get('token') ?? ''),
    conversation: parameters.get('conversation'),
  };
}

/**
 * The token in what a person pasted: the whole link they were given, or the token alone.
 * @param {string} pasted
 */
export function pastedToken(pasted) {
  const trimmed = pasted.trim();
  return readFragment(trimmed).token ?? tokenIn(trimmed.replace(/^token=/, ''));
}

/** @param {string} text */
function tokenIn(text) {
  return /^[\w-]{20,200}$/.test(text) ? text : null;
}

/** @param {string} id */
export function fragmentOf(id) {
  return `#${new URLSearchParams({ conversation: id })}`;
}

/**
 * Keeps the token for this tab and the language for this browser. Where storage is forbidden they last until the tab closes.
 * @param {() => { tab: Storage, browser: Storage }} storages
 */
export function sessionIn(storages) {
  /** @type {Map<string, string>} */
  const memory = new Map();

  /** @param {'tab' | 'browser'} where @param {string} name */
  function read(where, name) {
    try {
      return storages()[where].getItem(name) ?? memory.get(name) ?? null;
    } catch {
      return memory.get(name) ?? null;
    }
  }

  /** @param {'tab' | 'browser'} where @param {string} name @param {string | null} value */
  function write(where, name, value) {
    if (value === null) memory.delete(name);
    else memory.set(name, value);
    try {
      if (value === null) storages()[where].removeItem(name);
      else storages()[where].setItem(name, value);
    } catch {
      /** Storage is forbidden here: the memory above has it. */
    }
  }

  return {
    token: () => read('tab', tokenName),
    /** @param {string} token */
    keepToken: (token) => write('tab', tokenName, token),
    forgetToken: () => write('tab', tokenName, null),
    /** @returns {'vi' | 'en'} */
    language: () => (read('browser', languageName) === 'en' ? 'en' : 'vi'),
    /** @param {'vi' | 'en'} language */
    keepLanguage: (language) => write('browser', languageName, language),
  };
}

/** @typedef {ReturnType<typeof sessionIn>} Session */
