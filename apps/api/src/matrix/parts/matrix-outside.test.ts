import { playPart } from '../play-part.ts';

playPart('outside');
