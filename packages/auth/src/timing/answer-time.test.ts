import { expect, test } from 'vitest';
import { createAnswerTime } from './answer-time.ts';

function fixture() {
  let now = 0;
  const waits: number[] = [];
  const answerTime = createAnswerTime({
    now: () => now,
    wait: async (ms) => void waits.push(ms),
    random: () => 0.5,
  });
  const take = (ms: number) =>
    answerTime.measure(async () => {
      now += ms;
    });
  const rest = (ms: number) => {
    const stop = answerTime.startRest();
    now += ms;
    stop();
  };
  return { answerTime, take, rest, waits };
}

test('S1: an answer without a hash waits as long as a recent hash and the rest of a recent refusal took', async () => {
  const { answerTime, take, rest, waits } = fixture();
  for (const ms of [60, 70, 80]) await take(ms);
  for (const ms of [2, 3, 9]) rest(ms);
  await answerTime.waitLikeOne();
  expect(waits).toEqual([73]);
});

test('S1: before the first hash it waits for about one', async () => {
  const { answerTime, waits } = fixture();
  await answerTime.waitLikeOne();
  expect(waits[0]).toBeGreaterThan(40);
});

test('S1: old times are forgotten, and a failed hash counts too', async () => {
  const { answerTime, take, rest, waits } = fixture();
  await take(5000);
  rest(5);
  for (let n = 0; n < 40; n += 1) await take(66);
  await expect(answerTime.measure(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  await answerTime.waitLikeOne();
  expect(waits).toEqual([71]);
});
