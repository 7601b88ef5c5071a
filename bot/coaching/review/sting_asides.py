"""Asides that sting: wondering aloud, sums that the reader is to do, thanks that are none."""

import re
from typing import Final

_ODD: Final = (
    r"(?:remarkable|striking|curious|interesting|telling|astonishing|extraordinary|strange|odd|funny"
    r"|amazing|amusing|impressive|fascinating|surprising|convenient|incredible)"
)
_WHO: Final = (
    r"(?:you|they|he|she|management|the (?:\w+ )?(?:team|trust|department|board|consultants?|managers?"
    r"|nurses|registrars?|office|rota coordinator)|people|some people)"
)
_LOOKED: Final = (
    r"(?:bothered|read|looked|asked|checked|listened|been (?:there|listening|paying|on the ward)"
    r"|replied|answered|turned up|done your|thought|picked up|opened|cared)"
)

ASIDES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("sarcasm", r",? which (?:is|was) (?:a bit (?:much|rich|rude|odd|off)|a lot|quite something|(?:exactly "
            r"|precisely |just )?(?:the|that) (?:sort|kind|type) of|exactly (?:the|what|how|why)|typical|par for"
            r" the course|not (?:great|ideal|good|ok|acceptable|fair|on|how|exactly)"
            r"|beyond|frankly|why (?:nobody|no one|you|they|people|morale|everyone)|how (?:you|they|things) "
            r"(?:always)?)\b[^.,;?!]*"),
        ("sarcasm", r"^\W*(?:and |but |so )?if (?:i|we|anyone else|the rest of us|a junior|an f1|one of us|my \w+"
            r"|any of us) (?:did|worked|behaved|treated|ran|took|spoke|left|made|said|turned up|acted|carried on"
            r"|performed|practised)\b[^.?!]*\b(?:would|['’]d|['’]ll|will)\b[^.,;?!]*"),
        ("sarcasm", r"\bi (?:do |really |sincerely |just )?(?:hope|trust) (?:that )?(?:you(?:['’]re| are)|they"
            r"(?:['’]re| are)|whoever|someone|somebody|everyone|the \w+ (?:is|are)) (?:\w+ ){0,3}?(?:proud|happy"
            r"|pleased|satisfied|enjoy\w*|sleep\w*|comfortable|ashamed|busy|well rested|having|it was"
            r" worth)\b[^.,;?!]*"
            r"|\bi (?:do )?(?:hope|trust) (?:that )?(?:you|this|they) (?:will|won['’]t|would)(?: not| now| finally|"
            r" at last)(?:,|\b)[^.,;?!]*|\b(?:as|like) (?:you|they|he|she) did (?:last|before|in|to)\b"),
        ("sarcasm", rf"\b(?:one (?:wonders|might (?:think|ask|expect|hope|wonder)|would (?:think|hope|have thought"
            rf"|imagine|expect))|you(?:['’]d| would|d) (?:think|have thought|imagine|hope)|i(?:['’]d| would) have "
            rf"(?:thought|hoped|expected|assumed)|(?:it )?makes (?:me|you|one) wonder|i (?:sometimes |often"
            rf" )?wonder (?:if|whether|what|why) (?:you|anyone|they|anybody|some)(?: \w+)? (?:ever|even|actually"
            rf"|realise|know|have|bother|get|think|do)"
            rf"|i can(?:['’]?t|not) help (?:but )?(?:wonder|notic|feel|think)\w*|call me (?:cynical|naive|old|mad"
            rf"|crazy)|far be it from me|(?:it(?:['’]s| is|s) |how |isn['’]t it |i find it )?(?:very |so |rather "
            rf"|quite |truly )?{_ODD} (?:how|that|isn['’]t it)|far be it|correct me if)\b[^.,;?!]*"),
        ("sarcasm", r"\b(?:draw your own conclusions?|make of that what you will|(?:you )?do the maths?|read into"
            r" that|say no more|enough said|need i say more|just say(?:ing|in)|nuff said|no comment|spot the"
            r" pattern|(?:i(?:['’]ll| will) )?leave (?:you|that|it) (?:to|with)(?: you| your)? (?:to )?(?:think"
            r"|reflect|imagine|guess|conscience|draw|work|ponder)|you (?:can )?(?:guess|work out) (?:who|the"
            r" rest))\b[^.,;?!]*"),
        ("sarcasm", r"\b(?:(?:really |totally |absolutely )?made my (?:day|night|weekend|week|morning|shift)|love "
            r"(?:that|this) for (?:us|me)|love it when|great start to|just what (?:i|we|the ward) needed|what fun"
            r"|fun times|happy days|living the dream|lucky me|aren['’]t (?:i|we) lucky|as if i had(?:n['’]t)?|could"
            r"(?:n['’]t)? have (?:picked|chosen) a better)\b"
            r"|^\W*(?:(?:so|that['’]s|thats|how|very|really|super|most|just) )+(?:nice|great|fun|helpful|useful"
            r"|considerate|thoughtful|kind|professional|lovely|perfect|fair)\W*$|^\W*surely not\W*$|\bthanks so"
            r" much for (?:leaving|not|dumping|forgetting|telling|letting|ignoring|cancelling|making)\b[^.,;?!]*"
            r"|^\W*(?:joy|great stuff|perfect|wonderful|fab|fabulous)\W*$"),
        ("sarcasm", r"\b(?:patients?|pts|we|i|they|nurses|juniors|f1s|people|doctors|trainees)(?: are| am|['’]re"
            r"|['’]m|re|m) not (?:\w+ )?(?:cattle|animals|children|robots|machines|slaves|pin ?cushions?|numbers"
            r"|parcels|furniture|superhuman|magicians|punch ?bags|mind ?readers|psychic|interchangeable|toys"
            r"|servants|secretaries|an? endless)\b"
            rf"|\b(?:had (?:you|they|anyone|someone)|if (?:you|they|anyone|somebody|someone)(?:['’]d| had))(?: only"
            rf"| even| ever| actually)? {_LOOKED}\b[^.,;?!]*|\bas (?:an?|any|one|even) [^.,?!]{{3,50}} would have "
            rf"(?:shown|told|known|noticed|seen|spared|saved)\b[^.,;?!]*|\bas you (?:would|will|might|may|should"
            rf"|['’]d) (?:have )?(?:know|known)\b[^.,?!]*"),
        ("sarcasm", r"\b(?:of course,? (?:you|they|nobody|no one|it (?:was|is)|the \w+ (?:is|was|are|were))"
            r"|needless to say|predictably|true to form|unsurprisingly|shockingly|miraculously|mysteriously|lo and"
            r" behold|astonishingly|funnily enough|as luck would have it|somehow (?:you|they|it['’]s always|always"
            r"|nobody))\b|\bsome (?:genius|bright spark|clever \w+|idiot|hero|joker|clown|muppet|muggins)\b|\b"
            r"(?:genius|muppets?|numpt(?:y|ies))\b"),
        ("insult", r"\b(?:buck(?:s|ed)? up|shape up|wise up|sort yourself|pull yourself|try harder|get it together"
            r"|know your place|above your pay ?grade|not your place|do as (?:i say|you(?:['’]re| are) told)|i"
            r"(?:['’]ve| have) been doing this (?:for|since)|(?:really|so|pretty|very|its|it['’]s|this is) basic\b"
            r"|laziness|u lot|is it (?:really |honestly )?(?:that|so|too) (?:hard|difficult|much|complicated)"
            r"|always on (?:your |his |her )?phone|bad attitude|poor attitude|attitude (?:problem|stinks)|lack of "
            r"(?:effort|interest|commitment|care|respect|insight|common)|no (?:insight|common sense|initiative"
            r"|backbone|manners|shame|respect|work ethic)|half[- ]?(?:arsed|hearted|baked)|couldn['’]t organise"
            r"|piss[- ]?up|brewery|chocolate teapot|chimp\w*|headless chickens?|blind leading|asleep at the"
            r" wheel)\b"),
        ("motive", rf"\bbecause {_WHO} (?:do(?:n['’]?t| not)|does(?:n['’]?t| not)|can(?:['’]?t| not)|could"
            rf"(?:n['’]?t| not)|want(?:ed|s)? (?:to|an)|think|thinks|thought|prefer|would rather|(?:are|is|was"
            rf"|were) (?:too|lazy|scared|afraid|clearly|obviously|just|only)|hate|hates|like|likes"
            rf"|never)\b[^.,;?!]*"
            r"|\bto (?:save face|cover (?:your|their|his|her)|make (?:himself|herself|themselves|yourself"
            r"|yourselves) (?:look|feel))\b|\bfor an easy life\b|\bto (?:avoid|get out of) (?:work|doing)\b|\bwhen"
            r" it (?:suits|is convenient for) (?:you|them|him|her)\b|\bonly when (?:it|you|they|someone is"
            r" watching)\b[^.?!]*\b(?:suits?|watching|looking)\b|\b(?:hoping|hope) (?:nobody|no one|that nobody|we"
            r"|i) (?:would|will|won['’]t|['’]d) (?:notice|see|ask|remember|forget)\b"),
        ("motive", rf"\b{_WHO} (?:have |has |had )?(?:again |once again |yet again |repeatedly |consistently |still"
            rf" )?(?:failed|neglected|omitted|refused|declined|forgotten) to\b|\b{_WHO} (?:couldn['’]t|could not"
            rf"|can['’]t|cannot) (?:find (?:the )?(?:time|five minutes)|spare|be found|be seen|manage (?:to|even"
            rf"|a))\b|\bhid(?:e|ing|den)? (?:in|behind|from)\b|\b(?:disappear|vanish|melt)(?:ed|s)? (?:off |away )?"
            rf"(?:to|for|into|when|as soon|at)\b|\bnot lift(?:ed|ing)? a finger\b"),
        ("never", r"\b(?:nothing (?:ever )?(?:changes|happens|gets done|is ever done)|what(?:['’]s| is|s) the point"
            r"|why (?:do|should) (?:i|we) (?:even )?bother|talking to a (?:brick )?wall|deaf ears|waste of breath"
            r"|no ?one (?:ever )?listens|nobody (?:ever )?listens|(?:you|they) (?:just )?(?:do|did) nothing|does"
            r" nothing)\b"
            r"|\bthis (?:place|hospital|trust|department|system|ward) (?:is (?:falling|going|run by|on its|beyond"
            r"|dying|a )|does(?:n['’]t| not) (?:care|value|deserve)|couldn['’]t|has (?:lost|no (?:idea|clue"
            r"|interest)))\b[^.,;?!]*"),
        ("us_and_them", r"^\W*(?:the )?(?:nurses|registrars?|regs|consultants?|surgeons|medics|f1s|f2s|juniors"
            r"|managers|management|radiology|ortho|theatres?|porters|pharmacy|hr|it|site team|bed managers"
            r"|switchboard|ed|physios|gps|microbiology|labs?|estates|day team|night team)(?:['’]s?)? (?:still "
            r"|always |again )?(?:not|never) \w+ing\b|^\W*[\w ]{2,25}['’]s? (?:lateness|attitude|behaviour|laziness"
            r"|incompetence|refusal)\b"),
        ("us_and_them", r"\b(?:while|when|whilst) (?:managers|consultants|execs|the execs|the board|management|you"
            r" lot) (?:all )?(?:have|get|enjoy|sit|drive|park|swan|are (?:at|in|on) (?:home|lunch|golf|holiday"
            r"|your|their))\b[^.,;?!]*|\b(?:someone|somebody|a man|people|whoever) in (?:an|the|some|a) (?:\w+"
            r" )?office\b|\bprivate (?:practice|list|patients)\b(?=[^.?!]*\b(?:golf|busy|instead|rather|while)\b)"
            r"|\bgolf(?: course)?\b|\b(?:nhs )?managers earning\b|\bon (?:\d+|six[- ]figure)k? salar\w+\b"),
        ("threat", r"\bor (?:else )?(?:be|get|face|they['’]ll be|you['’]ll be|you will be|they will be) (?:named"
            r"|reported|disciplined|escalated|marked|(?:the )?consequences|a datix|datixed|shamed|moved off|refused"
            r"|sent (?:home|back))\b"
            r"|\b(?:named|naming) (?:at|in|on|and) (?:the )?(?:\w+ )?(?:meeting|board|newsletter|governance|m&m"
            r"|noticeboard|shamed)\b|\bwill not be (?:signed off|passed|supported|tolerated|considered|discussed"
            r"|accepted|forgotten)\b|\bwon['’]?t be (?:signed off|passed|tolerated|forgotten)\b|\bnot be"
            r" responsible for (?:my|what)\b|\bon (?:record|file) (?:that|as)\b(?=[^.?!]*\byou\b)|\bi(?:['’]m| am|"
            r" will be|['’]ll be|m) (?:watching|checking up|keeping (?:a )?(?:count|tally|track|score|notes?|eye)"
            r" on|timing|making a note of)\b"),
        ("guilt", r"\b(?:no ?one|nobody)(?: else)? (?:else )?(?:ever |even )*(?:steps? up|offers?|volunteers?)\b"
            r"|\bi(?:['’]ve| have) (?:done|covered|worked|given|stayed)[^.?!,]{0,40}\b(?:for (?:you|all of you)"
            r"|more than (?:anyone|any of you)|and (?:nobody|no one|not one|for what))\b|\bi (?:guess|suppose) "
            r"(?:that['’]s|it['’]s|i['’]m|thats|its) (?:too|just|what|how|asking)\b[^.,;?!]*|\bif you (?:really "
            r"|actually )?(?:cared|valued|respected|wanted)\b[^.,;?!]*|\ba (?:real|true|proper|good) (?:friend"
            r"|colleague|team player|doctor|leader) would\b[^.,;?!]*"),
    )
)  # fmt: skip
"""Each kind with its asides, as in `sting_words`."""
