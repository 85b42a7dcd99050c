import type { WorldRequestName } from '../sim/command.ts';
import { beginAct, requests as ownRequests } from '../sim/requests.ts';
import type { RequestHandler, RequestHandlers } from '../sim/rules.ts';

/** A request whose system is not in the game yet: said so, never met with silence. */
function notYet<N extends WorldRequestName>(sentence: string): RequestHandler<N> {
  return () => sentence;
}

const own = <N extends WorldRequestName>(name: N): RequestHandler<N> => {
  const handler = ownRequests[name];
  if (handler === undefined) throw new Error(`the simulation has no handler for ${name}`);
  // Looked up by its own name, so it is the handler of that request.
  return handler as RequestHandler<N>;
};

/** What answers each request in this game. A request without a row does not compile. */
export const requests: RequestHandlers = {
  moveRequest: own('moveRequest'),
  attackEntity: (turn, player, { targetId }) => beginAct(turn, player, targetId, 'attack', 'attackEntity'),
  changeCombatStyle: notYet('You have not learned to fight yet.'),
  pickupItem: (turn, player, { itemId }) => beginAct(turn, player, itemId, 'take', 'pickupItem'),
  useItem: notYet('You are not carrying that.'),
  equipItem: notYet('You are not carrying that.'),
  dropItem: notYet('You are not carrying that.'),
  bankDeposit: notYet('You are not carrying that.'),
  bankWithdraw: notYet('Your vault is empty.'),
  chatMessage: own('chatMessage'),
  chopTree: (turn, player, { treeId }) => beginAct(turn, player, treeId, 'chop', 'chopTree'),
  catchFish: (turn, player, { spotId }) => beginAct(turn, player, spotId, 'fish', 'catchFish'),
  lightFire: notYet('You have no logs to light.'),
  cookFood: notYet('You have nothing to cook.'),
  getQuestList: notYet('There is nothing in your journal yet.'),
  getQuestDetail: notYet('There is nothing in your journal about that.'),
  questAccept: notYet('Nobody has asked that of you.'),
  xpLampUse: notYet('You are not carrying a lamp.'),
  dialogueContinue: (turn, player, { npcId }) => beginAct(turn, player, npcId, 'talk', 'dialogueContinue'),
  setRunning: own('setRunning'),
  follow: own('follow'),
  interact: own('interact'),
  emote: own('emote'),
  logout: own('logout'),
};
