import type { Input, Outputs } from '../ipc';
import type { Result } from '../result';

/** Keys, seals, and their verification. */
export interface SealBridge {
  chooseKey(): Promise<Result<Outputs['key:choose']>>;
  chooseKeyLibrary(): Promise<Result<Outputs['key:choose-library']>>;
  rememberedKey(): Promise<Result<Outputs['key:remembered']>>;
  recallKey(): Promise<Result<Outputs['key:recall']>>;
  forgetKey(): Promise<Result<Outputs['key:forget']>>;
  verifySeal(): Promise<Result<Outputs['seal:verify']>>;
  judgeSealBy(input: Input<'seal:judge-by'>): Promise<Result<Outputs['seal:judge-by']>>;
  judgeSealAnew(): Promise<Result<Outputs['seal:judge-anew']>>;
  addSeal(input: Input<'seal:add'>): Promise<Result<Outputs['seal:add']>>;
  requestStamp(): Promise<Result<Outputs['seal:stamp-request']>>;
  attachStamp(): Promise<Result<Outputs['seal:stamp-attach']>>;
}
