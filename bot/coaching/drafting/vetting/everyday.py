"""Words of every talk: those that the coach's own written lines use again and again, in whatever form."""

from typing import Final

from bot.coaching.drafting.vetting import plainly

EVERYDAY: Final = frozenset(
    plainly.stem(one)
    for one in (
        "able above account across act actual add admit afternoon afterwards against ago agree agreement ahead aim"
        " alive allowed alone along alongside already among answer answered anywhere apart apology argue argument"
        " around arrives aside ask attempts audit autumn avoid away back bad bar bay bear became become bed bedside"
        " befor beforehand begin behind believe belongs beneath beside best better big bit blame board book bothers"
        " box bring building busy call calm care carrying case caught cause cent certain chair chance change charge"
        " chart chat check choice choose christmas clean clear clerk clocks close closest coaching coat coffee"
        " colleague column common communication company compare conversation copied corridor cost count course"
        " covered crossed cuts daft date day decent decided decision deeds deep delete department depends describe"
        " desk difference different distance doctor door doubt draft draw drives drop due earlier early easier"
        " easiest easter easy eaten educational effort elsewhere email end enjoy enough evening everywher evidence"
        " exactly except exist expect explain explanation eyes face facts fair fall family far fear feel figure find"
        " fine finished first fit fix flat follow forgot form freedom friend front full funny furniture further gap"
        " give glad goal good grade granted graph group guess half halves hand handover hangs happened hard hardest"
        " head hear help her hide higher hold home honest hope hospital hour however huddle idea imagine included"
        " inside instead instruction interest itself job judge junior keep key kind know label lady landed large"
        " later laugh lead leadership lean learn left lesson letter life lift light like line list listen little"
        " live locked long look loos lose lot loud low luck lunch made man mark match mattered matters meant"
        " meanwhile measure meeting mentioned mess message middle mind minutes miss missing moan moment money month"
        " morning mostly motive mouth moved myself name near nearest need new night nod noon notes notice nowhere"
        " number oclock oddly offer offered office old open opinion opposite order ordinary otherwise ought outside"
        " owe owning page paid paper parked part pass passed past patience people per percent perhaps phone pick"
        " picture piece place plain plan play please pocket point position possible present pressed pressure price"
        " problem pull pushing put question quicker quiet quite quote raising rank rather reach react read real"
        " reason recognise record relieved remember rest returned review right ring road roll room round run rush"
        " save say seating section see seems senior sense sent sentence serve set settled shall shape share sharp"
        " sheet shift short shoulder shouted show shut side sigh sight sign silence silent simply single sit sleep"
        " slide slipped slot small smallest snag software somehow somewhere sooner sorry sort sounds spare speak spot"
        " spring stake stand start stay stayed step stick stopped story straight stranger stretch strongly stuck"
        " subject suit summer support suppose sure surprised swap table take talk tea teaching team telephone tell"
        " tends test text thank theatre themselves thin think thumbs thursday ticks time title toast today together"
        " tomorrow tonight touch towards travel treated tried true trust truth turn underneath understand union"
        " unless unsaid unseen use used usually version view voice wait walk want watching wear week weekend weighs"
        " weight well whatever whichever whoever whole willing window winters wish woman wonder words work worry"
        " worse worst worth wrong wrote years yes zero"
    ).split()
)
"""Taken from the reference replies, the reflections and the gists, where at least three lines have the word;
without the things and people of a ward, and without words that judge."""
