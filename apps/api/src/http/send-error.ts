import { HTTP_STATUS } from '@sallyport/contracts/common';
import type { FastifyReply } from 'fastify';
import { toAppError, toErrorData } from '../trpc/errors.ts';

/** Answers with an error in the same shape as procedures do. */
export function sendError(reply: FastifyReply, error: unknown, requestId: string): FastifyReply {
  const data = toErrorData(error, requestId);
  return reply
    .code(HTTP_STATUS[toAppError(error).code])
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { message: data.userMessage, data } }));
}
