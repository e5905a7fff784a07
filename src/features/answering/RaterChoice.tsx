import { View } from '@tarojs/components'
import { Entry } from '../../ui/Entry'
import { Lead } from '../../ui/Lead'
import './answering.css'

export type PatientRater = 'outpatient' | 'inpatient'

/** Which questionnaire it is, where the code does not say. */
export const RaterChoice = ({ onChoose }: { onChoose: (rater: PatientRater) => void }) => (
  <View>
    <Lead hint="问的不一样。不记名，改不了您的治疗。">这次是看门诊，还是住院？</Lead>
    <View className="answering-choice">
      <Entry icon="department" name="看门诊" detail="挂号、看病、检查、取药" onTap={() => onChoose('outpatient')} />
    </View>
    <View className="answering-choice">
      <Entry icon="home" name="住院" detail="病房、手术、护理、出院" onTap={() => onChoose('inpatient')} />
    </View>
  </View>
)
