"""Ways of telling somebody what to do without an order in so many words: 'there is merit in', 'a note beats'."""

import re
from typing import Final

COUNSEL: Final = re.compile(
    r"\b(?:you (?:might|may) (?:tell|ask|show|name|write|put|leave|change|give|point) (?:your|him|her|them|the|a|an)"
    r"|please (?:proceed|consider|ensure|speak|contact|raise|ask)|better you \w+|best (?:thing|practice|course"
    r"|plan|bet|way|to|not|leave|if you)|ideally,? (?:you|the|one)|(?:another|one|a) possibility|options? (?:include"
    r"|are|would)|good (?:shout|place to start|way to start|first step)|(?:there is|there may be|i see) (?:mileage"
    r"|merit|value|a case|something to be said|much to be said|a lot to be said) (?:in|for)|worth (?:your while"
    r"|thinking|doing|having|saying|sending|starting|checking|a word|a chat)|(?:would|will|might|could) pay you"
    r"|you (?:will|would|might) get further|give you a way|beats? an?|you want to (?:get|catch"
    r"|take) (?:him|her|them|your|a|the)|inclined to|we (?:recommend|encourage|suggest|advise)|(?:logical|sensible"
    r"|obvious|natural|right|safest|best|simplest) (?:next |first )?(?:step|move|thing|course|place|way|route)"
    r"|(?:quiet|quick|short|private) (?:word|chat|email|note|call|conversation|meeting) (?:\w+ ){0,4}?(?:would|might"
    r"|could|can|does|is|beats|often|usually|before|first)|(?:would|might|could|may) (?:well )?(?:do the job|do it"
    r"|be enough|go a long way|help|work|be kinder|be simpler|be safer|be easier|be wiser|get you|solve|settle"
    r"|spare|save)\b(?! (?:for|at)? ?all)|(?:sounds like|looks like|calls for) (?:a job for|time to|an? (?:chat|word"
    r"|conversation|meeting|email))|it (?:would|might|may|could) (?:be )?(?:help|pay|work|kinder|simpler|safer|easier"
    r"|better|wiser)|(?:is|was) (?:usually|often|always|generally) (?:to|best|enough|better|a matter)|the thing to do"
    r"|what you (?:want|need|should do|could do)(?: here| now)? is|nothing (?:stops|to stop) you|you are free to"
    r"|you have (?:the )?options?|need only|only (?:have|need) to|all (?:it takes|you need|you have to)|perhaps (?:a"
    r"|an|just|try|ask|start|begin|go|write|tell|speak|put|send)\b(?! (?:little|bit|part|sign|way of|feeling|sense"
    r"|sort|kind|question|fear|worry))|maybe (?:try|ask|start|begin|go|write|tell|speak|send|put|just)\b)\b"
)
"""Each a construction; what a sentence is about does not matter."""
BARE: Final = re.compile(
    r"(?:^|[.;] )(?:so |and |but |then |just |now |first,? |next,? |never |always |do not |please "
    r"|simply )*(?:keep (?:a|your|the|to|it (?:short|brief|simple))|lead with|strike|place (?:a|your)|leave (?:him|her"
    r"|the \w+ out|it (?:for|until))|have (?:a (?:go|word|chat|look|think)|both|the conversation|your)"
    r"|put (?:it in writing|this|your|the|him|her)|let (?:him|her|them|your|the|go)|treat|turn|allow|give (?:him|her"
    r"|them|yourself|your|the|it)|get (?:her|him|them|it|the|your|a|some)|show (?:him|her|them|up)|bring (?:him|her"
    r"|them|the|a|your|it (?:to|up))|take (?:him|her|them|your|the (?!next)|a (?:step|moment|breath|day|break|copy))"
    r"|celebrate|align|believe|own it|own the|aim|set (?:a|up|aside|your|some)|tell (?:him|her|them|your|the)"
    r"|ask (?:him|her|them|your|the|for)|speak (?:to|with|up)|talk (?:to|with)|write (?:to (?!me)|it down|down|a|the)"
    r"|send|ring|call (?:a|him|her|them|the|your)|email|book|arrange|go (?:to|and|back to|straight)|say (?:sorry|no"
    r"|yes|it|that you)|start (?:with|by|small)|begin (?:with|by)|offer|invite|meet|wait (?:until|for|till))\b"
)
"""A sentence that begins with an order."""
