/** How the hosted script behaves where docs/gateway-contract.md leaves a choice. */
export interface ScriptBehaviour {
  readonly mountElement: 'form' | 'throws' | 'nothing';
  readonly mountMissing: 'throws' | 'nothing';
  readonly mountFrame: 'at once' | 'later' | 'never';
  readonly twoForms: 'both' | 'first only' | 'second only' | 'second throws' | 'none';
}
