import { Turn } from './turn.ts';

export async function store(turn: Turn): Promise<void> {
  await turn;
}

export function finish(turn: Turn, guess: any): string | undefined {
  store(turn);
  console.log(guess);
  if (store(turn)) return 'stored';
  switch (turn) {
    case 'waiting':
      return 'wait';
    case 'taken':
      return 'run';
  }
}
