// Written by config/tools/icons.ts from the SVG files beside this one.
import type { PlateName } from '../../domain/culture/plate.names'

export const platePalette = {
  light: { ink: '#0d6354', ground: '#dce8e2', sheet: '#f7f6f1', tone: '#eaf1ed', disc: '#f7f6f1' },
  dark: { ink: '#84ccb8', ground: '#17201d', sheet: '#17322b', tone: '#1b2b26', disc: '#17322b' },
} as const

export const plateDrawings: Record<PlateName, { says: string; lines: string }> = {
  'complaint-first-receiver': {
    says: '谁先接起来，谁管到底',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H96'/><path d='M106 192 122 142H222L238 192Z' fill='{sheet}'/><path d='M148 158h1M172 158h1M196 158h1M145 170h1M172 170h1M199 170h1M142 182h1M172 182h1M202 182h1'/><path d='M134 142V130H154V142M190 142V130H210V142' fill='{sheet}'/><path d='M96 192C76 192 70 180 78 172C86 164 98 174 92 182C86 190 72 178 78 160C84 144 98 154 92 164C86 174 72 160 80 142C86 128 102 136 96 148C90 158 76 142 86 122C94 106 110 112 118 104'/><g transform='rotate(-16 190 82)'><path d='M112 108C108 92 112 78 124 78H138C146 78 146 88 154 88H226C234 88 234 78 242 78H256C268 78 272 92 268 108H234C234 100 230 102 224 102H156C150 102 146 100 146 108Z' fill='{sheet}'/></g><path d='M238 192H360'/><path d='M292 40C302 46 308 56 309 68M306 24C322 32 332 48 333 68'/><path d='M116 209h112M161 220h46'/>",
  },
  'complaint-five-days': {
    says: '五天，一天有一天的样子',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='70' cy='58' r='26' fill='{disc}' stroke='none'/><path d='M0 192H360'/><path d='M44 192C46 184 44 178 42 172'/><path d='M42 172C34 170 30 164 32 156C40 158 44 164 42 172C42 164 46 158 54 158C54 166 50 171 42 172' fill='{sheet}'/><path d='M100 192C103 176 100 162 98 150'/><path d='M98 150C90 142 91 132 98 122C106 132 107 142 98 150Z' fill='{sheet}'/><path d='M158 192C162 168 158 148 155 132'/><path d='M155 132C143 120 144 104 155 90C167 104 168 120 155 132Z' fill='{sheet}'/><path d='M155 132C146 118 149 106 155 100'/><path d='M212 192C217 164 213 138 210 116'/><path d='M210 116C194 110 189 96 192 84C197 85 200 87 203 91M210 116C226 110 231 96 228 84C223 85 220 87 217 91' fill='{sheet}'/><path d='M210 116C198 103 199 86 210 70C221 86 222 103 210 116Z' fill='{sheet}'/><path d='M290 192C296 160 292 130 288 106'/><path fill='{sheet}' d='M288 106C272.8 95.4 271.5 75.6 284 57.2C297.9 73 301.9 92.8 288 106M288 106C267.5 104.7 255.7 91.5 253.7 73C262.3 74 269.5 77.6 274.9 83.6M288 106C309.8 103.4 321 89.5 321.7 71C313.1 72.7 306.1 76.6 297.4 83.6M288 106C270.8 110.6 251.7 106 239.8 92.8C245.4 89.2 251.7 87.8 257.9 88.3M288 106C305.8 109.3 324.3 103.4 334.9 89.5C329.3 86.5 323.6 85.7 318.1 86.6'/><path d='M62 209h20M118 209h20M174 209h20M246 209h60M268 220h26'/>",
  },
  'complaint-same-bed': {
    says: '提过意见的床，被角照样掖好',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='296' cy='56' r='27' fill='{disc}' stroke='none'/><path d='M0 192H52V98C52 90 66 90 66 98V192'/><path d='M66 142H286V164H66Z' fill='{tone}'/><path d='M66 142C64 124 72 118 88 118H112C124 118 128 130 126 142Z' fill='{sheet}'/><path d='M126 164V138C126 126 134 120 148 120H262C278 120 286 128 286 140V172C274 178 264 168 250 174C236 180 224 168 210 174C196 180 184 168 170 174C156 180 140 172 126 172Z' fill='{sheet}'/><path d='M126 150C140 150 152 146 156 134C158 128 158 124 156 120'/><path d='M286 192V112C286 104 300 104 300 112V192H360'/><path d='M66 192H286' stroke='none'/><path d='M52 192H66M286 192H300M66 180H286'/><path d='M124 209h112M160 220h46'/>",
  },
  'complaint-second-look': {
    says: '不认可，换一个人再看一遍',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M88 192V62H222V192Z' fill='{sheet}' stroke='none'/><path d='M0 192H190M88 192V62H222V140'/><path d='M88 62H222L198 104H112Z' fill='{tone}'/><circle cx='155' cy='96' r='8' fill='{sheet}'/><circle cx='155' cy='132' r='8' fill='{sheet}'/><path d='M150 102C142 110 166 118 160 126M160 102C168 110 144 118 150 126M160 138C166 152 152 158 158 172'/><circle cx='216' cy='164' r='27' fill='{tone}'/><circle cx='286' cy='164' r='27' fill='{tone}'/><path d='M243 160C248 152 254 152 259 160M189 160C182 142 196 128 216 124M313 160C322 148 330 136 344 130'/><path d='M204 154C207 150 211 148 216 148M274 154C277 150 281 148 286 148'/><path d='M302 192H360'/><path d='M156 209h120M204 220h48'/>",
  },
  'complaint-two-ways': {
    says: '路口一块牌，两个方向都通',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192V156C46 128 92 132 134 160C186 128 256 122 360 158V192Z' fill='{tone}' stroke='none'/><circle cx='70' cy='58' r='26' fill='{disc}' stroke='none'/><path d='M0 192H174V40C174 34 186 34 186 40V192H360'/><path d='M174 192V40C174 34 186 34 186 40V192Z' fill='{sheet}'/><path d='M158 56H286L304 74 286 92H158Z' fill='{sheet}'/><path d='M202 110H82L64 128 82 146H202Z' fill='{sheet}'/><path d='M178 74H262M250 62 262 74 250 86M182 128H106M118 116 106 128 118 140'/><path d='M152 192C150 182 142 178 138 176M152 192C154 180 150 172 148 168M214 192C216 184 222 180 226 178'/><path d='M120 209h120M160 220h46'/>",
  },
  'complaint-who-sees': {
    says: '一个箱子，只有一把钥匙',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='72' cy='64' r='28' fill='{disc}' stroke='none'/><path d='M160 168H200V192H160Z' fill='{tone}' stroke='none'/><path d='M0 192H160V168M200 168V192H360'/><path d='M106 168V92C106 74 122 66 140 66H220C238 66 254 74 254 92V168Z' fill='{sheet}'/><path d='M142 104H218'/><g transform='rotate(-5 180 70)'><path d='M152 110V42H208V110' fill='{sheet}'/><path d='M152 42 180 66 208 42'/></g><path d='M128 104H232V122H128Z' fill='{sheet}' stroke='none'/><path d='M138 104H222'/><path d='M164 138H196V158H164Z' fill='{ground}'/><path d='M170 138V132C170 118 190 118 190 132V138M180 146V151'/><path d='M294 58H310M302 58V82'/><circle cx='302' cy='97' r='15' fill='{sheet}'/><circle cx='302' cy='94' r='5' fill='{ground}'/><path d='M302 112V160M302 144H314M302 156H318'/><path d='M132 209h96M172 220h40'/>",
  },
  'culture-bell': {
    says: '敲一下，水面都听见',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H92M104 192H256M268 192H360'/><path d='M92 192V64H104V192M256 192V64H268V192' fill='{sheet}'/><path d='M70 64V54C84 54 84 44 92 44H268C276 44 276 54 290 54V64Z' fill='{sheet}'/><path d='M180 64V74M168 88C168 70 192 70 192 88'/><path d='M140 166C150 150 146 114 154 98C158 90 168 86 180 86C192 86 202 90 206 98C214 114 210 150 220 166Z' fill='{sheet}'/><path d='M136 166H224V172H136ZM149 124H211M147 140H213'/><path d='M214 132H250' fill='{sheet}'/><path d='M226 124H318V140H226Z' fill='{sheet}' stroke='none'/><path d='M226 124H318C323 128 323 136 318 140H226Z' fill='{sheet}'/><path d='M286 64V124M240 64V124'/><path d='M110 206C150 200 210 200 250 206M84 220C140 208 220 208 276 220M60 236C130 218 230 218 300 236'/>",
  },
  'culture-bridge': {
    says: '桥半圆，影半圆，合成一轮月',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 132H40C84 132 108 46 180 46C252 46 276 132 320 132H360' fill='{tone}'/><circle cx='180' cy='132' r='58' fill='{disc}' stroke='none'/><path d='M122 132A58 58 0 0 1 238 132'/><path d='M40 132H122M238 132H320'/><path d='M58 110C96 84 118 30 180 30C242 30 264 84 302 110'/><path d='M58 110V129M88 84V101M116 55V72M148 36V51M180 30V46M212 36V51M244 55V72M272 84V101M302 110V129'/><path d='M126 154H160M176 154H234M142 172H196M210 172H222M164 187H196'/><path d='M60 154H96M268 154H292M84 172H104M256 172H290'/><path d='M146 212h68M166 223h30'/>",
  },
  'culture-brush': {
    says: '一支笔，正把水面画完',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M36 44H300V222H36Z' fill='{sheet}' stroke='none'/><path d='M0 184H92C116 184 132 178 136 158C138 146 136 138 134 128'/><path d='M134 128C117.4 116.5 116 94.9 129.7 74.7C144.8 92 149.1 113.6 134 128M134 128C111.7 126.6 98.7 112.2 96.6 92C105.9 93.1 113.8 97 119.7 103.5M134 128C157.8 125.1 170 110 170.7 89.8C161.4 91.6 153.8 96 144.2 103.5M134 128C115.3 133 94.4 128 81.4 113.6C87.6 109.6 94.4 108.2 101.2 108.7M134 128C153.4 131.6 173.6 125.1 185.1 110C179 106.8 172.9 105.8 166.8 106.8'/><path d='M168 184H246'/><g transform='translate(250 184) rotate(31)'><path d='M0 0C-9 -14 -11 -28 -8 -40H8C11 -28 9 -14 0 0Z' fill='{ground}'/><path d='M-8 -40H8V-50H-8ZM-5.5 -50V-156H5.5V-50' fill='{sheet}'/><path d='M-5.5 -156C-5.5 -162 5.5 -162 5.5 -156Z' fill='{sheet}'/><path d='M0 -160C-6 -168 6 -168 0 -160'/></g><path d='M104 203h58M122 213h24'/>",
  },
  'culture-herbs': {
    says: '药柜拉开一格，长出一枝',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H92M268 192H360'/><path d='M92 192V66H268V192Z' fill='{sheet}'/><path d='M84 66H276'/><path d='M92 108H268M92 150H268M150.5 66V192M209.5 66V192'/><path d='M121 126v6M180 168v6M239 126v6M121 168v6M239 168v6M121 84v6M180 84v6M180 126v6'/><path d='M211 67.5H266.5V106.5H211Z' fill='{tone}' stroke='none'/><path d='M214 92H264V116H214Z' fill='{sheet}'/><path d='M239 101v6'/><path d='M240 92C240 70 232 54 238 22'/><path d='M238 70C224 70 216 62 214 50C228 50 236 58 238 70ZM236 58C248 58 258 50 260 38C246 38 238 46 236 58ZM236 42C224 42 218 34 216 24C228 24 235 32 236 42Z' fill='{sheet}'/><path d='M238 22C234 14 238 8 242 6C247 12 246 18 238 22Z' fill='{sheet}'/><path d='M120 209h120M167 220h50'/>",
  },
  'culture-home-visit': {
    says: '一张方桌，两杯茶，热气在当中',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M266 24H334V92H266Z' fill='{tone}'/><path d='M300 24V92M266 58H334'/><path d='M104 134H256V192H104Z' fill='{tone}' stroke='none'/><path d='M0 192H104V134M256 134V192H360'/><path d='M120 146V192M240 146V192M120 160H240'/><path d='M84 122H276V134H84Z' fill='{sheet}'/><path d='M112 98H148C148 112 144 122 138 122H122C116 122 112 112 112 98Z' fill='{sheet}'/><path d='M148 102C160 101 160 114 145 114'/><path d='M212 98H248C248 112 244 122 238 122H222C216 122 212 112 212 98Z' fill='{sheet}'/><path d='M212 102C200 101 200 114 215 114'/><path d='M130 86C122 76 138 68 130 56M230 86C238 76 222 68 230 56'/><path d='M162 122C160 110 164 100 180 100C196 100 200 110 198 122Z' fill='{sheet}'/><path d='M166 104C172 101 188 101 194 104M180 100V94'/><path d='M46 192V166H74V192M40 166H80' fill='{sheet}'/><path d='M120 209h120M167 220h50'/>",
  },
  'culture-lotus-pod': {
    says: '一枝莲蓬，一孔一粒',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='84' cy='62' r='27' fill='{disc}' stroke='none'/><path d='M0 192H104C146 192 176 186 180 158C182 144 181 134 178 120'/><path d='M178 120C160 112 138 94 128 62C138 48 226 48 236 62C224 94 200 112 178 120Z' fill='{sheet}'/><ellipse cx='182' cy='62' rx='54' ry='17' fill='{tone}'/><ellipse cx='150' cy='61' rx='8' ry='4' fill='{sheet}'/><ellipse cx='172' cy='53.5' rx='8' ry='4' fill='{sheet}'/><ellipse cx='200' cy='55' rx='8' ry='4' fill='{sheet}'/><ellipse cx='217' cy='64' rx='8' ry='4' fill='{sheet}'/><ellipse cx='166' cy='70.5' rx='8' ry='4' fill='{sheet}'/><ellipse cx='193' cy='70' rx='8' ry='4' fill='{sheet}'/><path d='M156 86C160 96 166 104 172 110M204 86C200 96 195 104 189 110'/><path d='M318 193 324 183.5C310 181.5 292 180.5 276 180.5C248 180.5 228 185 228 192C228 199 248 204 278 204C308 204 332 199 332 192C332 189.5 330 187.5 326 186.5Z' fill='{sheet}'/><path d='M204 192H228M332 192H360'/><path d='M120 209h72M146 220h32M250 217h50'/>",
  },
  'culture-morning-class': {
    says: '日头刚出水，本子翻到新的一页',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M14 192A46 46 0 0 1 106 192Z' fill='{disc}' stroke='none'/><path d='M0 192H142'/><path d='M60 124V112M20 138 12 128M100 138 108 128'/><path d='M142 192 178 62H290L302 192Z' fill='{tone}'/><path d='M168 192 190 62H290L270 192Z' fill='{sheet}'/><path d='M214 92H262M210 116H258M206 140H240'/><path d='M168 192C180 186 186 176 186 164C176 170 170 172 172 168' fill='{ground}'/><path d='M204 72V50C204 42 216 42 216 50V72M234 72V50C234 42 246 42 246 50V72M264 72V50C264 42 276 42 276 50V72'/><path d='M302 192H360'/><path d='M26 209h68M44 220h32M176 209h112M214 220h40'/>",
  },
  'disclosure-bill': {
    says: '一张清单，一项一项到底',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H360'/><path d='M128 56H236V166C236 184 248 192 268 192H160C140 192 128 184 128 166Z' fill='{sheet}'/><path d='M128 64C114 64 108 56 108 48C108 38 116 32 126 32H238C250 32 258 38 258 48C258 56 252 64 236 64Z' fill='{tone}'/><circle cx='240' cy='48' r='6' fill='{sheet}'/><path d='M146 84h38M206 84h12M146 102h28M206 102h12M146 120h44M206 120h12M146 138h32M206 138h12M146 158H218'/><path d='M154 172h22M210 172h14'/><path d='M160 209h108M204 220h44'/>",
  },
  'disclosure-board': {
    says: '公示栏立在太阳底下',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='300' cy='50' r='26' fill='{disc}' stroke='none'/><path d='M0 192H90M102 192H258M270 192H360'/><path d='M90 192V78H102V192M258 192V78H270V192' fill='{sheet}'/><path d='M78 78H282V158H78Z' fill='{tone}'/><path d='M70 78C96 70 110 62 122 50H238C250 62 264 70 290 78Z' fill='{sheet}'/><path d='M94 92H146V142H94ZM156 92H204V146H156ZM214 92H266V138H214Z' fill='{sheet}'/><path d='M104 106h32M104 118h32M104 130h18M166 106h28M166 118h28M166 130h28M224 106h32M224 118h20M224 128h26'/><path d='M122 209h116M169 220h46'/>",
  },
  'news-street-clinic': {
    says: '街口一把伞，一张桌子，坐下就看',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='296' cy='54' r='26' fill='{disc}' stroke='none'/><path d='M0 192H360'/><path d='M180 44V192'/><path d='M80 96C88 56 128 40 180 40C232 40 272 56 280 96C268 88 256 88 246 96C236 88 224 88 213 96C202 88 191 88 180 96C169 88 158 88 147 96C136 88 124 88 114 96C104 88 92 88 80 96Z' fill='{sheet}'/><path d='M180 40C160 52 150 74 147 96M180 40C200 52 210 74 213 96M180 40V32'/><path d='M120 150H240V158H120Z' fill='{sheet}'/><path d='M130 158 124 192M230 158 236 192'/><path d='M136 150V132H168V150Z' fill='{tone}'/><path d='M168 142C184 142 184 126 198 128C210 130 208 148 220 148M144 132V150'/><path d='M72 166H106V173H72ZM77 173V192M101 173V192M254 166H288V173H254ZM259 173V192M283 173V192' fill='{sheet}'/><path d='M120 209h120M167 220h50'/>",
  },
  'news-three-legs': {
    says: '三条腿的凳子，少一条就站不住',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='294' cy='60' r='27' fill='{disc}' stroke='none'/><path d='M0 192H112M140 192H170M190 192H220M248 192H360'/><path d='M166 96H194L190 192H170Z' fill='{tone}'/><path d='M132 92 112 192H140L158 96Z' fill='{sheet}'/><path d='M228 92 248 192H220L202 96Z' fill='{sheet}'/><path d='M146 150H169M191 150H214'/><path d='M96 70V84C96 98 134 106 180 106C226 106 264 98 264 84V70Z' fill='{sheet}'/><ellipse cx='180' cy='70' rx='84' ry='22' fill='{sheet}'/><path d='M120 70C124 80 150 84 180 84'/><path d='M110 209h140M164 220h46'/>",
  },
  'rule-1-commission': {
    says: '处方写好了，铜钱滚出画外',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H86V58H166L190 82V192H232'/><path d='M86 58H166L190 82V192H86Z' fill='{sheet}' stroke='none'/><path d='M86 192V58H166V82H190V192'/><path d='M166 58 190 82'/><path d='M106 80h34M106 104h62M106 122h62M106 140h30'/><path d='M120 172C128 158 134 148 138 150C142 153 130 172 136 172C141 172 144 160 149 160C153 160 148 172 154 172C160 172 162 166 172 164'/><path d='M262 192H360'/><g transform='translate(0 -1)'><circle cx='322' cy='168' r='25' fill='{sheet}'/></g><path d='M313 158h18v18h-18z' fill='{ground}'/><path d='M274 150h10M268 164h14M276 178h8'/><path d='M88 209h104M132 220h40'/>",
  },
  'rule-2-insurance': {
    says: '卡在水上，影在水下，是同一张',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='312' cy='56' r='26' fill='{disc}' stroke='none'/><path d='M0 138H104M256 138H360'/><path d='M104 138V62A12 12 0 0 1 116 50H244A12 12 0 0 1 256 62V138Z' fill='{sheet}'/><path d='M124 76h30v22h-30zM124 87h30M236 112h-44M236 124h-26'/><path d='M104 139.5V202A12 12 0 0 0 116 214H244A12 12 0 0 0 256 202V139.5Z' fill='{tone}' stroke='none'/><path d='M104 154V164M256 154V164M104 180V190M256 180V190M124 214H150M168 214H214M230 214H242M192 164h44M210 152h26M124 178h30M124 200h30M124 189h14'/>",
  },
  'rule-3-needed-tests': {
    says: '六个孔的架子，只放了一支',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H76'/><path d='M284 192H360'/><path d='M92 132H268V192H92Z' fill='{tone}' stroke='none'/><path d='M92 132V178M268 132V178'/><path d='M76 192V178H284V192Z' fill='{sheet}'/><path d='M76 132V118H284V132Z' fill='{sheet}'/><path d='M95 118a9 4 0 0 0 18 0' fill='{ground}'/><path d='M125 118a9 4 0 0 0 18 0' fill='{ground}'/><path d='M185 118a9 4 0 0 0 18 0' fill='{ground}'/><path d='M215 118a9 4 0 0 0 18 0' fill='{ground}'/><path d='M245 118a9 4 0 0 0 18 0' fill='{ground}'/><path d='M154 96V168a12 12 0 0 0 24 0V96' fill='{sheet}'/><path d='M149 96h34'/><path d='M155.3 138h21.4v30a10.7 10.7 0 0 1-21.4 0z' fill='{ground}' stroke='none'/><path d='M154 138h24'/><path d='M154 118H152M178 118h2'/><path d='M166 152C162 128 168 108 165 84'/><path d='M165 84C149 79 144 65 147 53C152 54 156 57 158.5 60.5M165 84C181 79 186 65 183 53C178 54 174 57 171.5 60.5' fill='{sheet}'/><path d='M165 84C153 72 154 54 165 39C176 54 177 72 165 84Z' fill='{sheet}'/><path d='M120 209h120M166 220h52'/>",
  },
  'rule-4-front-door': {
    says: '捐来的东西，从正门进',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='304' cy='48' r='24' fill='{disc}' stroke='none'/><path d='M158 192H202L250 240H110Z' fill='{sheet}' stroke='none'/><path d='M0 192H108M252 192H360'/><path d='M108 90H252V192H108Z' fill='{tone}' stroke='none'/><path d='M108 90V192M252 90V192'/><path d='M134 112H226V192H134Z' fill='{sheet}' stroke='none'/><path d='M134 192V112H226V192'/><path d='M134 112 152 121V187L134 192ZM226 112 208 121V187L226 192Z' fill='{ground}'/><path d='M66 96C96 88 112 74 126 54H234C248 74 264 88 294 96Z' fill='{sheet}'/><path d='M116 54H244'/><path d='M160 156H200V191H160Z' fill='{ground}'/><path d='M180 156V191M160 171H200M180 156C166 154 164 142 172 142C178 142 180 150 180 156C180 150 182 142 188 142C196 142 194 154 180 156'/><path d='M108 192h52M200 192h52'/>",
  },
  'rule-5-privacy': {
    says: '帘子拉上，只露出一双鞋',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 192H40C54 192 58 186 58 174V66C58 54 64 48 76 48H300'/><path d='M110 168H252V160H110Z' fill='{ground}'/><path d='M124 168V184M238 168V184'/><circle cx='124' cy='187' r='5' fill='{sheet}'/><circle cx='238' cy='187' r='5' fill='{sheet}'/><path d='M92 48C90 92 96 124 88 152C98 158 108 158 118 152C128 158 138 158 148 152C158 158 168 158 178 152C188 158 198 158 208 152C218 158 228 158 238 152C248 158 260 158 272 152C264 124 270 92 268 48' fill='{sheet}'/><path d='M58 64C60 53 66 48 76 48H300'/><path d='M118 150C122 122 116 92 120 60M148 150C150 118 146 100 148 78M178 150C182 122 176 92 180 60M208 150C210 118 206 100 208 78M238 150C242 122 236 92 240 60'/><path d='M146 192C144 184 148 179 154 179H164C168 184 176 185 182 188C184 189 184 191 184 192ZM190 192C188 184 192 179 198 179H208C212 184 220 185 226 188C228 189 228 191 228 192Z' fill='{sheet}'/><path d='M150 179C153 184 160 185 164 179M194 179C197 184 204 185 208 179'/><path d='M58 192H146M184 192H190M228 192H360'/><path d='M138 209h96M179 220h38'/>",
  },
  'rule-6-referral': {
    says: '转诊单做帆，船直直开到对岸',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='74' cy='62' r='30' fill='{disc}' stroke='none'/><path d='M0 192H98'/><path d='M286 166H360V240H286Z' fill='{tone}' stroke='none'/><path d='M232 192H286M286 238V166H360'/><path d='M300 166V128L322 110L344 128V166Z' fill='{sheet}'/><path d='M322 132v16M314 140h16'/><path d='M168 170V44'/><path d='M168 48C196 46 222 56 240 72C230 98 230 124 238 150C214 144 192 146 168 154Z' fill='{sheet}'/><path d='M184 76C198 76 208 80 218 86M182 98C196 97 206 100 216 105M182 120C194 118 202 120 212 123'/><path d='M94 170H238C234 188 224 198 208 198H126C110 198 100 188 94 170Z' fill='{sheet}'/><path d='M123 212h86M165 223h34'/>",
  },
  'rule-7-fair-queue': {
    says: '人去歇着了，东西替他们排着队',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M280 36H360V192H280Z' fill='{tone}' stroke='none'/><path d='M280 192V36H360'/><path d='M302 118V84C302 70 310 62 322 62C334 62 342 70 342 84V118Z' fill='{sheet}'/><path d='M290 126V118H360V126Z' fill='{sheet}'/><path d='M322 62V118'/><path d='M0 192H280'/><path d='M222 156h40v8h-40zM228 164 223 192M256 164 261 192M226 178H258' fill='{sheet}'/><path d='M172 192V150C172 142 178 140 180 134H198C200 140 206 142 206 150V192Z' fill='{sheet}'/><path d='M180 134V122H198V134M206 152C216 152 216 174 206 174M172 160h34'/><path d='M118 164H160L153 192H125Z' fill='{sheet}'/><path d='M122 164C122 138 156 138 156 164M121.5 174H156.5M139 164V192'/><path d='M66 160C66 154 104 154 104 160V192H66Z' fill='{sheet}'/><path d='M74 157C74 136 96 136 96 157'/><path d='M14 192C16 188 22 187 26 187C27 176 31 173 37 173C43 173 47 176 48 187C52 187 58 188 60 192Z' fill='{sheet}'/><path d='M26 187C32 189 42 189 48 187'/><path d='M75 209h150M132 220h60'/>",
  },
  'rule-8-returned': {
    says: '一片荷叶，把红包送回岸上',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M0 160H34V176H62V192V240H0Z' fill='{tone}' stroke='none'/><path d='M0 160H34V176H62V192H84'/><path d='M250 192C268 192 280 186 282 164C284 148 281 138 278 126'/><path fill='{sheet}' d='M278 126C263.7 116.1 262.5 97.5 274.3 80.1C287.3 95 291 113.6 278 126M278 126C258.8 124.8 247.6 112.4 245.8 95C253.8 95.9 260.6 99.3 265.7 104.9M278 126C298.5 123.5 309 110.5 309.6 93.1C301.6 94.7 295.1 98.4 286.8 104.9M278 126C261.9 130.3 243.9 126 232.7 113.6C238 110.2 243.9 109 249.7 109.4M278 126C294.7 129.1 312.1 123.5 322 110.5C316.8 107.7 311.5 106.9 306.3 107.8'/><path d='M306 192H360'/><path d='M212 194 218 184.5C204 182.5 186 181.5 164 181.5C122 181.5 88 186 88 193.5C88 201 122 206 164 206C206 206 240 201 240 193.5C240 190.5 236 188 229 186.5Z' fill='{sheet}'/><g transform='rotate(-7 150 130) translate(-14 4)'><path d='M136 88H200V182H136Z' fill='{sheet}'/><path d='M136 88C140 118 196 118 200 88Z' fill='{tone}'/><circle cx='168' cy='111' r='8' fill='{ground}'/><path d='M150 146h36M158 160h20'/></g><path d='M128 217h72M150 228h30M262 209h36M276 220h14'/>",
  },
  'rule-9-left-at-the-door': {
    says: '门关着，礼盒在门外',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='86' cy='66' r='30' fill='{disc}' stroke='none'/><path d='M0 192H158V180H174V46H274V180H290V192H360'/><path d='M174 46H274V180H290V192H158V180H174Z' fill='{sheet}' stroke='none'/><path d='M158 192V180H290V192'/><path d='M174 180V46H274V180'/><path d='M190 180V62H258V180' fill='{tone}'/><path d='M204 78H244V112H204zM204 126H244V164H204z' fill='{sheet}'/><circle cx='251' cy='120' r='3.5' fill='{sheet}'/><path d='M78 140H132V192H78Z' fill='{sheet}'/><path d='M92 140V128C92 116 118 116 118 128V140'/><path d='M78 156H132M105 156V192M105 156C96 152 92 146 97 144C102 143 104 150 105 156C106 150 108 143 113 144C118 146 114 152 105 156'/><path d='M0 192H158'/><path d='M77 209h70M109 220h30'/>",
  },
  'story-account-book': {
    says: '父亲的账本',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='306' cy='52' r='26' fill='{disc}' stroke='none'/><path d='M0 192H72M288 192H360'/><path d='M180 78C152 62 112 60 72 68V190C112 182 152 184 180 198C208 184 248 182 288 190V68C248 60 208 62 180 78Z' fill='{sheet}'/><path d='M180 78V198'/><path d='M96 84V164M156 88V170'/><path d='M106 93h14M113 93v16M113 101h6M108 100v9M104 109h18M132 95h14M139 95v16M139 103h6M134 102v9M130 111h18M106 121h14M113 121v16M113 129h6M108 128v9M104 137h18M132 123h14M139 123v16M139 131h6M134 130v9M130 139h18M106 147h14M113 147v16M113 155h6M108 154v9M104 163h18M132 149h14M139 149v16M139 157h6M134 156v9M130 165h18'/><path d='M204 88V170M264 84V164'/><path d='M214 95h14M221 95v16M221 103h6M216 102v9M212 111h18M240 93h14M247 93v16M247 101h6M242 100v9M238 109h18M214 123h14M221 123v16M221 131h6'/><path d='M124 214h112M170 225h44'/>",
  },
  'story-medicine-case': {
    says: '一只旧药箱，走过许多村子',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><circle cx='286' cy='62' r='28' fill='{disc}' stroke='none'/><path d='M0 192V150C40 120 70 128 104 150C150 110 210 100 250 138C290 116 330 126 360 146V192Z' fill='{tone}' stroke='none'/><path d='M0 192H100M260 192H360'/><path d='M112 120C96 64 116 34 164 34C214 34 240 72 248 120L239 120C230 78 208 43 164 43C122 43 106 68 122 120Z' fill='{sheet}'/><path d='M100 192V118H260V192Z' fill='{sheet}'/><path d='M100 138H260M170 132h20v14h-20z' fill='{sheet}'/><circle cx='180' cy='168' r='15' fill='{ground}'/><path d='M180 160v16M172 168h16M116 138V192M244 138V192'/><path d='M120 209h120M167 220h50'/>",
  },
  'story-night-lamp': {
    says: '夜里病房亮着的一盏灯',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M254 36H330V122H254Z' fill='{tone}'/><circle cx='302' cy='68' r='18' fill='{disc}' stroke='none'/><path d='M292 36V122M254 79H330'/><path d='M152 92 214 74 292 192H118Z' fill='{sheet}' stroke='none'/><path d='M0 192H66'/><path d='M66 192C66 184 72 182 80 182H108C116 182 122 184 122 192' fill='{sheet}'/><path d='M94 182V118C94 78 120 58 150 60'/><path d='M146 54 172 46C190 52 206 62 216 76L152 96C146 82 144 66 146 54Z' fill='{tone}'/><path d='M122 192H176M262 192H360'/><path d='M219 180C206 174 192 174 176 178V192H262V178C246 174 232 174 219 180Z' fill='{sheet}'/><path d='M219 180V192M188 184H206M232 184H250'/><path d='M300 192V166H328V192M328 172C338 172 338 186 328 186'/><path d='M147 209h118M195 220h46'/>",
  },
  'story-prescription': {
    says: '一张处方，两次改小',
    lines:
      "<path d='M0 0H360V240H0Z' fill='{ground}' stroke='none'/><path d='M360 192H322C302 192 296 184 296 164V74C296 48 276 36 254 36C238 36 228 44 228 58V70'/><path d='M86 90 266 64'/><path d='M228 70v2'/><path d='M260 65V92'/><path d='M253 92H267L271 112H249Z' fill='{sheet}'/><path d='M98 88.5 66 140M98 88.5V146M98 88.5 130 140'/><path d='M58 140H138C134 156 118 162 98 162C78 162 62 156 58 140Z' fill='{sheet}'/><path d='M80 140C84 130 92 134 96 128C102 134 112 130 116 140'/><path d='M0 192H150M200 192H208M246 192H254M280 192H300'/><path d='M156 150H194L202 192H148Z' fill='{sheet}'/><path d='M175 150V192M152 170H198M175 150C164 140 168 130 175 130C182 130 186 140 175 150'/><path d='M213 160H241L247 192H207Z' fill='{sheet}'/><path d='M227 160V192M210 176H244'/><path d='M258 172H276L280 192H254Z' fill='{sheet}'/><path d='M267 172V192M256 182H278'/><path d='M148 209h116M196 220h44'/>",
  },
}
