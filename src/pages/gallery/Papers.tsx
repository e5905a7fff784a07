import { Button } from '../../ui/Button'
import { CodeLine } from '../../ui/CodeLine'
import { Days } from '../../ui/Days'
import { Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { PromiseNote } from '../../ui/PromiseNote'
import { ReviewList } from '../../ui/ReviewList'
import { Slip, SlipDate, SlipPart, SlipSteps } from '../../ui/Slip'
import { Timeline } from '../../ui/Timeline'
import { toast } from '../../ui/toast'
import { SAMPLE_CASES, SampleCases } from './SampleCases'
import { Section, Stack } from './Section'

const seen = () => toast('按到了')

export const Papers = () => (
  <>
    <Section name="承诺">
      <PromiseNote
        next="马上给您一个查询码"
        by="最晚 11 月 25 日（周三）答复"
        seenBy="医患办 2 位专员，和查这件事的人"
        kept="办结后按投诉档案保存；您可以随时要求查看或更正"
        never="不进病历，不影响看病；谁也不许因此为难您"
      />
    </Section>
    <Section name="看一遍">
      <ReviewList
        lines={[
          { term: '在哪儿', value: '呼吸科，12 层东病区', onChange: seen },
          {
            term: '经过',
            value: '11 月 16 日上午，我妈做完胸部 CT 回病房。我去护士站问报告什么时候出……',
            onChange: seen,
          },
          { term: '姓名', value: '不留名' },
        ]}
      />
      <PromiseNote firm next="马上给您一个查询码" by="最晚 11 月 25 日（周三）答复" />
    </Section>
    <Section name="回执">
      <Slip from="青衿市人民医院 · 投诉回执" title="收到了，谢谢您说出来">
        <SlipPart label="查询码（看进度只认它，请存好）">
          <CodeLine digits="40731862905177263384019547" label="查询码" />
        </SlipPart>
        <SlipPart label="最晚答复日">
          <SlipDate>11 月 25 日 周三</SlipDate>
        </SlipPart>
        <SlipPart ruled head="接下来">
          <SlipSteps
            steps={[
              { when: '11 月 19 日前', what: '定下谁来核查，告诉您' },
              { when: '这几天里', what: '有要问的，写在进度里' },
              { when: '11 月 25 日前', what: '给您一个说法', due: true },
              { when: '之后', what: '您确认；不认可就再查' },
            ]}
          />
        </SlipPart>
      </Slip>
    </Section>
    <Section name="还有几天">
      <Stack>
        <Days
          label="5 个工作日，已用 2 个"
          days={[
            { name: '19 日', state: 'used' },
            { name: '今天', state: 'today' },
            { name: '23 日', state: 'left' },
            { name: '24 日', state: 'left' },
            { name: '25 日', state: 'left' },
          ]}
        />
      </Stack>
      <Stack>
        <Days
          urgent
          named={false}
          label="5 个工作日，今天是第 5 个"
          days={[
            { name: '16 日', state: 'used' },
            { name: '17 日', state: 'used' },
            { name: '18 日', state: 'used' },
            { name: '19 日', state: 'used' },
            { name: '20 日', state: 'today' },
          ]}
        />
      </Stack>
    </Section>
    <Section name="经过">
      <Timeline
        entries={[
          {
            key: 'filed',
            state: 'done',
            what: '您提交了',
            when: '11 月 18 日 9:43 · 1 张照片',
            seen: { by: '投诉人可见' },
          },
          {
            key: 'taken',
            state: 'done',
            what: '财务科说明',
            when: '11 月 18 日 14:20',
            seen: { by: '仅内部', inside: true },
          },
          {
            key: 'asked',
            state: 'now',
            what: '正在核查，要问您一句',
            when: '11 月 20 日 8:55 · 医患办',
            said: { text: '您三次去问，是 12 层的哪个护士站，东边还是西边？记不清也没关系，我们再查排班。' },
            children: (
              <Button kind="quiet" wide icon="pen" onTap={seen}>
                回答，或补一张照片
              </Button>
            ),
          },
          { key: 'answer', state: 'to-come', what: '答复您', when: '11 月 25 日前' },
          { key: 'confirm', state: 'to-come', what: '您来确认', when: '认可就办结；不认可，可以要求再查一次' },
        ]}
      />
    </Section>
    <Section name="清单">
      <SampleCases label="待办" cases={SAMPLE_CASES} current="refund" onOpen={seen} />
      <List label="别的行">
        <Item title="举报红包、回扣" detail="只有纪检能看到" icon="report-secret" onTap={seen} />
        <Item title="只是看看的一行" end="64" />
      </List>
    </Section>
    <Section name="标题">
      <Lead above="查询码 4073 1862" hint="最晚 11 月 25 日（周三）答复您">
        还有 3 个工作日
      </Lead>
    </Section>
  </>
)
