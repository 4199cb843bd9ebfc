"""Makes the font files of this folder from their originals. See README.md for where those come from.

usage: build.py ORIGINALS    (a folder with the original files named in FONTS)

Needs fonttools. Every file but FandolFang is a subset and so, in the sense of the SIL Open Font License, a Modified
Version: it gets a name of its own. Glyph substitution and kerning are dropped, because the exporter measures text by
plain advance widths, and all fonts get the same ascent and descent, so that lines that mix fonts share one baseline.
"""

import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

EPOCH = 3786912000  # 2024-01-01 in seconds since 1904: the same input gives the same bytes
LATIN = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015}
SYMBOLS = (
    set(range(0x2016, 0x2060)) | set(range(0x2070, 0x20C0)) | set(range(0x2100, 0x2190)) | set(range(0x2190, 0x2200))
    | set(range(0x2200, 0x2300)) | set(range(0x2460, 0x2600)) | set(range(0x25A0, 0x2700)) | set(range(0x3000, 0x3040))
    | set(range(0x3200, 0x3400)) | set(range(0xFE30, 0xFE70)) | set(range(0xFF00, 0xFFF0)) | set(range(0x370, 0x400))
)


def charset(encoding):
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.add(ord(bytes([lead, trail]).decode(encoding)))
            except (UnicodeDecodeError, TypeError):
                pass
    return found


# Common in names of people and firms, but outside GB 2312.
NAMES = {ord(c) for c in (
    "喆堃昇甯镕翀珺赟玥昉婳琎祎彧垚犇骉燚昕曈瑀瑄玚珅玹珑琤璟璠瓅晗晞晟昊昀旸旻暄暐煊煜烜炜焱焓铖钰铭锜锴锳镠鋆鑫"
    "妤姝姮婧婍嫣娅嬿禛禕禩竑竣筱箖翊翙翚芃芮苒茜荃菡萱葳蓁蔺薇蘅衍诩谞谠赑跖迦逄邴郗郄鄢酆闫闵阚阙隗雒韪韬颉颀飏骅骐骞鲲麒麟龑"
    "尧峣峤嵘嶷巍廞弢怡恺悫愔扆敉斐斓杲杳枳柽栩桉桢梓棪棽槿橦毓沄沚沣泓洇洺浛浠浥涵淏淦淳渼湉湜溍溦滢漪潇澍澔濛濡灏"
    "焜燊爔牧犟珂珈珞珥珩珮琅琇琚琛琪琬琮琰琳琼瑗瑜瑞瑭瑶瑾璇璋璐璞璧瓒甦畅晳皓皞睿瞳矜碧磊祺禧稷穆"
)}
COMMON = charset("gb2312") | NAMES | LATIN | SYMBOLS

# file here: (original, family, PostScript name, characters or None for all)
FONTS = {
    "HeiTi.ttf": ("NotoSansSC_400Regular.ttf", "Gouji HeiTi", "GoujiHeiTi", COMMON),
    "Song.ttf": ("NotoSerifSC_400Regular.ttf", "Gouji Song", "GoujiSong", None),
    "TitleSong.ttf": ("NotoSerifSC_600SemiBold.ttf", "Gouji Title Song", "GoujiTitleSong", COMMON),
    "KaiTi.ttf": ("LXGWWenKai-Regular.ttf", "Gouji KaiTi", "GoujiKaiTi", COMMON),
    "Mono.ttf": ("LXGWWenKaiMono-Regular.ttf", "Gouji Mono", "GoujiMono", LATIN | set(range(0x2500, 0x2600))),
    "Signs.ttf": ("DejaVuSans.ttf", "Gouji Signs", "GoujiSigns", set(range(0x2070, 0x20D0)) | set(range(0x2150, 0x27C0))),
}


def build(source, target, family, postscript, characters):
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "DSIG", "vhea", "vmtx", "VORG", "STAT", "meta", "gasp"]
    font = TTFont(source, recalcTimestamp=False)
    wanted = characters if characters is not None else set(font.getBestCmap())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    original = font["name"].getDebugName(4)
    for record in list(font["name"].names):
        if record.nameID in (1, 2, 3, 4, 6, 7, 10, 16, 17, 18, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
    names = {1: family, 2: "Regular", 3: f"{postscript};from {original}", 4: family, 6: postscript,
             10: f"Subset of {original} made for Gouji; layout tables and hints removed, line metrics changed."}
    for name_id, value in names.items():
        font["name"].setName(value, name_id, 3, 1, 0x409)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 880, -120, 0
    if font["head"].unitsPerEm != 1000:
        scale_upem(font, 1000)
        font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 880, -120, 0
    font["head"].modified = EPOCH
    font.save(target)


def main():
    originals, here = Path(sys.argv[1]), Path(__file__).parent
    for name, (source, family, postscript, characters) in FONTS.items():
        build(originals / source, here / name, family, postscript, characters)
        print(name, (here / name).stat().st_size)
    shutil.copyfile(originals / "FandolFang-Regular.otf", here / "FangSong.otf")


if __name__ == "__main__":
    main()
