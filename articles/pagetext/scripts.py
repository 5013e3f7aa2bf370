"""Simplified and traditional characters: rules are written in the one and hold for both."""

# Every simplified character of our rules that has a traditional form, and that form.
_PAIRS = (
    "万萬与與专專业業东東丢丟两兩严嚴个個丰豐为爲举舉么麼乐樂乔喬习習乡鄉书書于於云雲从從们們价價优優会會传傳体體余餘侧側储儲"
    "党黨关關养養内內写寫农農冯馮凤鳳刘劉则則创創别別办辦务務动動劳勞区區华華单單卢盧卫衛历歷厉厲县縣参參发發台臺叶葉号號后後"
    "吕呂启啓吴吳员員响響团團园園国國图圖场場坛壇声聲头頭奖獎娄婁孙孫学學宁寧实實审審宫宮对對导導寿壽将將尧堯岭嶺巩鞏师師广廣"
    "庄莊应應庞龐废廢开開张張强強当當录錄怀懷态態总總悬懸户戶护護报報据據摄攝撑撐数數断斷时時晋晉晓曉术術机機杂雜权權条條来來"
    "杨楊构構标標栏欄栾欒桥橋桩樁检檢横橫欧歐毕畢气氣汤湯涂塗温溫游遊满滿灯燈灿燦点點热熱爱愛牵牽猫貓现現电電画畫监監码碼确確"
    "礼禮祢禰窦竇笔筆筑築筹籌简簡类類紧緊约約纪紀纵縱纸紙线線组組织織终終绍紹经經结結绘繪络絡统統续續综綜编編网網罗羅聂聶联聯"
    "节節苏蘇范範荣榮获獲营營萧蕭蒋蔣蓝藍蔺藺见見观觀视視觉覺计計讣訃认認让讓议議讯訊记記讲講许許论論设設访訪证證评評话話该該"
    "详詳语語说說请請诸諸读讀调調谈談谢謝谨謹谭譚谱譜贝貝贡貢责責贴貼费費贺賀贾賈资資赋賦赏賞赖賴赛賽赵趙踪蹤车車转轉载載辑輯"
    "边邊过過迈邁进進连連迟遲选選递遞遗遺邓鄧邬鄔邮郵邹鄒郁鬱郑鄭采採里裏钟鍾钮鈕钱錢铺鋪错錯镇鎮长長门門闫閆闭閉问問间間闵閔"
    "闻聞阎閻阚闞阳陽陆陸陈陳随隨难難韦韋韩韓页頁项項顾顧预預领領频頻题題颜顏风風饭飯饶饒马馬驶駛驻駐驾駕骆駱骗騙鲁魯鲍鮑黄黃"
    "齐齊龙龍龚龔为為启啟里裡众眾历曆汇匯"
)
_TRADITIONAL: dict[str, str] = {}
for _simplified, _traditional in zip(_PAIRS[::2], _PAIRS[1::2], strict=True):
    _TRADITIONAL[_simplified] = _TRADITIONAL.get(_simplified, "") + _traditional


def with_traditional(characters: str) -> str:
    """Characters, and after each its traditional forms.

    >>> with_traditional("报社")
    '报報社'
    """
    return "".join(c + _TRADITIONAL.get(c, "") for c in characters)


def in_traditional(text: str) -> str:
    """A text in traditional characters.

    >>> in_traditional("欧阳")
    '歐陽'
    """
    return "".join(with_traditional(c)[-1] for c in text)


def both_scripts(pattern: str) -> str:
    r"""A pattern that finds its characters in either script.

    >>> both_scripts(r"本[报刊]讯\[")
    '本[报報刊][讯訊]\\['
    """
    written: list[str] = []
    in_class = escaped = False
    for c in pattern:
        forms = with_traditional(c)
        written.append(c if escaped else forms if in_class or len(forms) == 1 else f"[{forms}]")
        if not escaped and c in "[]":
            in_class = c == "["
        escaped = c == "\\" and not escaped
    return "".join(written)
